import { mkdir, readFile, rename, rm, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import {
  FolderWatch,
  lookEveryMs,
  retryEveryMs,
  settledAfterMs,
} from '../../../../../src/archive/importing/watched/folder-watch';
import { Layout } from '../../../../../src/archive/store/layout';
import type { ImportSummary, WatchedFolder, WatchNews } from '../../../../../src/shared/importing';
import { tempFolder } from '../../../../support/temp-folder';
import { WoundClock } from '../../keeping/wound-clock';

interface Watched {
  readonly folder: string;
  readonly imported: string[][];
  readonly news: WatchNews[];
  readonly setOutcome: (outcome: ImportSummary['outcome'] | 'busy') => void;
  /** Lets so much time go by, and waits until the look that is due is over. */
  readonly after: (ms: number) => Promise<void>;
  readonly reopen: () => Promise<void>;
}

async function watched(): Promise<Watched> {
  const parent = await tempFolder();
  const folder = join(parent, 'incoming');
  const layout = new Layout(join(parent, 'archive'));
  await mkdir(folder);
  await mkdir(join(layout.folder, 'cache'), { recursive: true });
  const clock = new WoundClock('2026-05-04T08:00:00Z');
  const imported: string[][] = [];
  const news: WatchNews[] = [];
  let settings: WatchedFolder | null = { folder, status: 'filed' };
  let outcome: ImportSummary['outcome'] | 'busy' = 'done';
  const open = (): FolderWatch => {
    const watch = new FolderWatch(
      {
        layout,
        watched: () => settings,
        change: (changed) => {
          settings = changed;
          return Promise.resolve();
        },
        importFiles: (paths) => {
          if (outcome === 'busy') return Promise.resolve(null);
          imported.push(paths.map((path) => path.slice(folder.length + 1)).sort());
          return Promise.resolve(summary(outcome, paths.length));
        },
      },
      { tell: (told) => news.push(told), onChanged: () => undefined },
      clock,
    );
    watch.start();
    return watch;
  };
  let watch = open();
  onTestFinished(() => watch.close());
  return {
    folder,
    imported,
    news,
    setOutcome: (next) => {
      outcome = next;
    },
    after: async (ms) => {
      clock.wind(ms / 60_000);
      // The look is over when the next one is waited for.
      await expect.poll(() => clock.isWaiting, { interval: 2 }).toBe(true);
    },
    reopen: async () => {
      await watch.close();
      watch = open();
    },
  };
}

function summary(outcome: ImportSummary['outcome'], filed: number): ImportSummary {
  const at = '2026-05-04T08:00:00Z';
  const none = { needsLook: 0, alreadyHere: 0, failed: 0, filesLeft: 0, trouble: null };
  return { startedAt: at, endedAt: at, outcome, filed, ...none };
}

describe('a watched folder', () => {
  it('has its new files filed once they have settled, in one batch', async () => {
    const { folder, imported, news, after } = await watched();
    await writeFile(join(folder, 'a.txt'), 'Quay opens');
    await writeFile(join(folder, 'b.txt'), 'Quay closes');
    await after(lookEveryMs);
    expect(imported).toEqual([]);
    await after(settledAfterMs);
    expect(imported).toEqual([['a.txt', 'b.txt']]);
    expect(news).toEqual([{ kind: 'filed', folder, filed: 2, needsLook: 0, failed: 0 }]);
  });

  it('waits for a file that is still being written, and for what lies beside it', async () => {
    const { folder, imported, after } = await watched();
    await writeFile(join(folder, 'a.txt'), 'Quay');
    await after(lookEveryMs);
    await writeFile(join(folder, 'a.txt'), 'Quay opens');
    await writeFile(join(folder, 'a.jpg'), 'half');
    await after(settledAfterMs);
    await writeFile(join(folder, 'a.jpg'), 'half a photo and the rest');
    await after(settledAfterMs);
    expect(imported).toEqual([]);
    await after(settledAfterMs);
    expect(imported).toEqual([['a.jpg', 'a.txt']]);
  });

  it('reads nothing twice, also after the archive was closed, but a file that changed', async () => {
    const { folder, imported, after, reopen } = await watched();
    const path = join(folder, 'a.txt');
    await writeFile(path, 'Quay opens');
    await after(lookEveryMs);
    await after(settledAfterMs);
    await after(lookEveryMs);
    await reopen();
    await after(lookEveryMs);
    await after(settledAfterMs);
    expect(imported).toEqual([['a.txt']]);
    await utimes(path, new Date(), new Date('2026-06-01T00:00:00Z'));
    await after(lookEveryMs);
    await after(settledAfterMs);
    expect(imported).toEqual([['a.txt'], ['a.txt']]);
    expect(await readFile(path, 'utf8')).toBe('Quay opens');
  });

  it('that cannot be reached is told once, and looked for again', async () => {
    const { folder, imported, news, after } = await watched();
    await rename(folder, `${folder} away`);
    await after(lookEveryMs);
    await after(retryEveryMs);
    await after(retryEveryMs);
    expect(news).toEqual([{ kind: 'missing', folder }]);
    await rename(`${folder} away`, folder);
    await writeFile(join(folder, 'a.txt'), 'Quay opens');
    await after(retryEveryMs);
    await after(settledAfterMs);
    expect(imported).toEqual([['a.txt']]);
  });

  it('waits for the end of another import, and tries again what was stopped', async () => {
    const { folder, imported, after, setOutcome } = await watched();
    await writeFile(join(folder, 'a.txt'), 'Quay opens');
    setOutcome('busy');
    await after(lookEveryMs);
    await after(settledAfterMs);
    expect(imported).toEqual([]);
    setOutcome('stopped');
    await after(settledAfterMs);
    setOutcome('done');
    await after(retryEveryMs);
    await after(lookEveryMs);
    expect(imported).toEqual([['a.txt'], ['a.txt']]);
  });

  it('does not begin again what somebody cancelled, until the archive is opened anew', async () => {
    const { folder, imported, after, setOutcome, reopen } = await watched();
    await writeFile(join(folder, 'a.txt'), 'Quay opens');
    setOutcome('cancelled');
    await after(lookEveryMs);
    await after(settledAfterMs);
    await after(lookEveryMs);
    await after(lookEveryMs);
    expect(imported).toEqual([['a.txt']]);
    setOutcome('done');
    await reopen();
    await after(lookEveryMs);
    await after(settledAfterMs);
    expect(imported).toHaveLength(2);
  });

  it('leaves empty files and what systems leave behind', async () => {
    const { folder, imported, after } = await watched();
    await writeFile(join(folder, 'empty.txt'), '');
    await writeFile(join(folder, '.DS_Store'), 'x');
    await after(lookEveryMs);
    await after(settledAfterMs);
    expect(imported).toEqual([]);
    await rm(join(folder, 'empty.txt'));
  });
});
