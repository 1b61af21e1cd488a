import type * as electron from 'electron';
import { describe, expectTypeOf, it } from 'vitest';
import type { electronModule } from '../../tools/electron-standin/src/electron-module';

type StandIn = typeof electronModule;
type Electron = typeof electron;

/** The members that both have, as the stand-in has them. */
type Shared<Ours, Theirs> = Pick<Ours, keyof Ours & keyof Theirs>;

/*
 * Checked by the compiler (`npx tsc -p tools/electron-standin`), beside what the classes themselves
 * declare that they implement.
 */
describe('the surface of the stand-in', () => {
  it('has no module that Electron has not', () => {
    expectTypeOf<keyof StandIn>().toExtend<keyof Electron>();
  });

  it('takes and gives what Electron takes and gives', () => {
    type Dialog = Shared<StandIn['dialog'], Electron['dialog']>;
    expectTypeOf<Dialog>().toExtend<Pick<Electron['dialog'], keyof Dialog>>();
    type NativeTheme = Shared<StandIn['nativeTheme'], Electron['nativeTheme']>;
    expectTypeOf<Omit<NativeTheme, keyof NodeJS.EventEmitter>>().toExtend<
      Omit<Pick<Electron['nativeTheme'], keyof NativeTheme>, keyof NodeJS.EventEmitter>
    >();
    type Protocol = Shared<StandIn['protocol'], Electron['protocol']>;
    expectTypeOf<Protocol>().toExtend<Pick<Electron['protocol'], keyof Protocol>>();
    type Shell = Shared<StandIn['shell'], Electron['shell']>;
    expectTypeOf<Shell>().toExtend<Pick<Electron['shell'], keyof Shell>>();
  });

  it('names no member of a window or its contents that Electron has not', () => {
    type Window = InstanceType<StandIn['BrowserWindow']>;
    type OwnOfWindow = 'closeAsking' | 'chromiumClosedIt' | 'shows';
    expectTypeOf<Exclude<keyof Window, OwnOfWindow>>().toExtend<
      keyof InstanceType<Electron['BrowserWindow']>
    >();
    type OwnOfContents =
      | 'attached'
      | 'targetId'
      | 'surroundWith'
      | 'openWindow'
      | 'titleChanged'
      | 'markDestroyed'
      | 'asElectron';
    expectTypeOf<Exclude<keyof Window['webContents'], OwnOfContents>>().toExtend<
      keyof electron.WebContents
    >();
    type OwnOfApp = 'announceReady';
    expectTypeOf<Exclude<keyof StandIn['app'], OwnOfApp>>().toExtend<keyof Electron['app']>();
  });
});
