/* eslint-disable @typescript-eslint/no-empty-function -- what has no counterpart here does nothing */
import { EventEmitter } from 'node:events';
import { mkdirSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { App, CommandLine } from 'electron';
import { namingWhatIsMissing, refusing } from '../not-implemented';
import { PreventableEvent } from '../preventable-event';
import { SingleInstance } from '../single-instance';
import { standIn } from '../stand-in';
import { onLastWindowClosed, openWindows } from '../window-registry';

type PathName = Parameters<App['getPath']>[0];

class StandInCommandLine implements Pick<
  CommandLine,
  'appendSwitch' | 'appendArgument' | 'hasSwitch' | 'getSwitchValue' | 'removeSwitch'
> {
  private readonly appended = new Map<string, string>();
  private readonly removed = new Set<string>();

  /** Kept for whoever asks; Chromium has started by the time an application says it. */
  appendSwitch(name: string, value = ''): void {
    this.removed.delete(name);
    this.appended.set(name, value);
  }

  appendArgument(): void {
    // As with switches; and these nobody can ask about.
  }

  removeSwitch(name: string): void {
    this.appended.delete(name);
    this.removed.add(name);
  }

  hasSwitch(name: string): boolean {
    return this.value(name) !== undefined;
  }

  getSwitchValue(name: string): string {
    return this.value(name) ?? '';
  }

  private value(name: string): string | undefined {
    if (this.removed.has(name)) return undefined;
    return this.appended.get(name) ?? standIn.commandLine.switches.get(name);
  }
}

class StandInApp
  extends EventEmitter
  implements
    Pick<
      App,
      | 'whenReady'
      | 'isReady'
      | 'quit'
      | 'exit'
      | 'relaunch'
      | 'focus'
      | 'getPath'
      | 'setPath'
      | 'getAppPath'
      | 'getVersion'
      | 'getName'
      | 'setName'
      | 'name'
      | 'getLocale'
      | 'getSystemLocale'
      | 'getPreferredSystemLanguages'
      | 'getLocaleCountryCode'
      | 'requestSingleInstanceLock'
      | 'hasSingleInstanceLock'
      | 'releaseSingleInstanceLock'
      | 'isPackaged'
      | 'enableSandbox'
      | 'disableHardwareAcceleration'
      | 'setAppUserModelId'
      | 'addRecentDocument'
      | 'clearRecentDocuments'
      | 'setAboutPanelOptions'
      | 'isAccessibilitySupportEnabled'
      | 'setAccessibilitySupportEnabled'
    >
{
  readonly isPackaged = false;
  readonly commandLine = namingWhatIsMissing('app.commandLine', new StandInCommandLine());
  /** As on every system but macOS. */
  readonly dock = undefined;
  readonly relaunch: () => never = refusing('app.relaunch');
  private readonly paths = new Map<PathName, string>();
  private readonly singleInstance: SingleInstance;
  private ready = false;
  private becomeReady: () => void = () => undefined;
  private readonly readiness = new Promise<void>((resolve) => (this.becomeReady = resolve));
  private quitting = false;
  private exiting = false;

  constructor() {
    super();
    this.singleInstance = new SingleInstance(({ argv, workingDirectory, additionalData }) => {
      const event = new PreventableEvent();
      this.emit('second-instance', event, argv, workingDirectory, additionalData);
    });
    onLastWindowClosed(() => {
      if (this.quitting || this.exiting) return;
      if (this.listenerCount('window-all-closed') > 0) this.emit('window-all-closed');
      else this.quit();
    });
  }

  // --- beginning and end ------------------------------------------------------------------------

  whenReady(): Promise<void> {
    return this.readiness;
  }

  isReady(): boolean {
    return this.ready;
  }

  /** Once Chromium answers. Emitted first: Playwright's loader keeps the event's arguments. */
  announceReady(): void {
    this.ready = true;
    this.emit('will-finish-launching');
    this.emit('ready', new PreventableEvent(), {});
    this.becomeReady();
  }

  quit(): void {
    if (this.quitting || this.exiting) return;
    this.quitting = true;
    const beforeQuit = new PreventableEvent();
    this.emit('before-quit', beforeQuit);
    if (beforeQuit.defaultPrevented) {
      this.quitting = false;
      return;
    }
    void this.closeWindowsAndExit();
  }

  private async closeWindowsAndExit(): Promise<void> {
    for (const window of openWindows()) {
      if (!(await window.closeAsking())) {
        this.quitting = false;
        return;
      }
    }
    const willQuit = new PreventableEvent();
    this.emit('will-quit', willQuit);
    if (willQuit.defaultPrevented) {
      this.quitting = false;
      return;
    }
    this.exit(0);
  }

  exit(exitCode = 0): void {
    if (this.exiting) return;
    this.exiting = true;
    for (const window of openWindows()) window.destroy();
    this.emit('quit', new PreventableEvent(), exitCode);
    this.releaseSingleInstanceLock();
    void Promise.all([this.singleInstance.whenHandedOver(), standIn.chromium?.close()]).finally(
      () => process.exit(exitCode),
    );
  }

  focus(): void {
    // There is no desktop to come to the front of; windows take the focus one by one.
  }

  // --- who and where ----------------------------------------------------------------------------

  get name(): string {
    return standIn.applicationName;
  }

  set name(name: string) {
    standIn.applicationName = name;
  }

  getName(): string {
    return this.name;
  }

  setName(name: string): void {
    this.name = name;
  }

  getVersion(): string {
    return standIn.applicationVersion;
  }

  getAppPath(): string {
    return standIn.applicationFolder;
  }

  getPath(name: PathName): string {
    const path = this.paths.get(name) ?? this.usualPath(name);
    if (path === undefined) throw new Error(`Failed to get '${name}' path`);
    return path;
  }

  setPath(name: PathName, path: string): void {
    if (name === 'userData' || name === 'sessionData') mkdirSync(path, { recursive: true });
    this.paths.set(name, path);
  }

  private usualPath(name: PathName): string | undefined {
    const home = homedir();
    const appData = process.env['XDG_CONFIG_HOME'] || join(home, '.config');
    const userData =
      this.paths.get('userData') ||
      standIn.commandLine.switches.get('user-data-dir') ||
      join(this.paths.get('appData') ?? appData, this.name);
    const usual: Partial<Record<PathName, string>> = {
      home,
      appData,
      userData,
      sessionData: userData,
      logs: join(userData, 'logs'),
      crashDumps: join(userData, 'Crashpad'),
      temp: tmpdir(),
      exe: standIn.executable,
      module: standIn.executable,
      desktop: join(home, 'Desktop'),
      documents: join(home, 'Documents'),
      downloads: join(home, 'Downloads'),
      music: join(home, 'Music'),
      pictures: join(home, 'Pictures'),
      videos: join(home, 'Videos'),
    };
    return usual[name];
  }

  getLocale(): string {
    return standIn.commandLine.switches.get('lang') || this.getSystemLocale();
  }

  getSystemLocale(): string {
    const { LC_ALL, LC_MESSAGES, LANG } = process.env;
    const [locale = ''] = (LC_ALL || LC_MESSAGES || LANG || '').split(/[.@]/);
    return /^[a-z]{2,3}(_|$)/i.test(locale) ? locale.replace('_', '-') : 'en-US';
  }

  getPreferredSystemLanguages(): string[] {
    return [this.getSystemLocale()];
  }

  getLocaleCountryCode(): string {
    return this.getSystemLocale().split('-')[1] ?? '';
  }

  // --- one at a time ----------------------------------------------------------------------------

  requestSingleInstanceLock(additionalData?: Record<string, unknown>): boolean {
    return this.singleInstance.request(this.getPath('userData'), {
      argv: [...process.argv],
      workingDirectory: process.cwd(),
      additionalData: additionalData ?? null,
    });
  }

  hasSingleInstanceLock(): boolean {
    return this.singleInstance.has();
  }

  releaseSingleInstanceLock(): void {
    this.singleInstance.release(this.getPath('userData'));
  }

  // --- what has no counterpart here and is not missed -------------------------------------------

  enableSandbox(): void {}
  disableHardwareAcceleration(): void {}
  setAppUserModelId(): void {}
  addRecentDocument(): void {}
  clearRecentDocuments(): void {}
  setAboutPanelOptions(): void {}
  setAccessibilitySupportEnabled(): void {}
  isAccessibilitySupportEnabled(): boolean {
    return false;
  }
}

export const app = namingWhatIsMissing('app', new StandInApp());
