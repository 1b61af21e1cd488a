import { resolve as resolvePath } from 'node:path';
import { pathToFileURL } from 'node:url';
import { EventEmitter } from 'node:events';
import type {
  HandlerDetails,
  IpcMainInvokeEvent,
  Item,
  PrintToPDFOptions,
  Rectangle,
  WebContents,
  WebPreferences,
} from 'electron';
import { acceleratorTable } from '../accelerators';
import type { DevToolsSession } from '../browser/devtools-connection';
import { schemeOf, toLoadable, toOriginal } from '../custom-schemes';
import { namingWhatIsMissing, notImplemented } from '../not-implemented';
import type { FromPage, WindowChange } from '../page/messages';
import { BINDING, CHUNK_LENGTH, PageChannel, RECEIVER } from '../page/page-channel';
import { pageScript } from '../page/page-script';
import { pdfParameters } from '../page/pdf-parameters';
import { RequestInterception } from '../page/request-interception';
import { PreventableEvent } from '../preventable-event';
import { chromium, standIn } from '../stand-in';
import { ipcMain } from './ipc-main';
import { imageOf, nativeImage } from './native-image';
import { nativeTheme } from './native-theme';
import { defaultSession } from './session';
import { mainFrameOf, type StandInFrame } from './web-frame-main';

type OpenHandler = Parameters<WebContents['setWindowOpenHandler']>[0];

/** What a window's contents need of the window around them. */
export interface Surroundings {
  readonly windowId: number;
  close(): void;
  /** The person wants to close the window; whether the application lets them. */
  mayClose(): boolean;
  changed(change: WindowChange): void;
}

/** Ways of moving on that Chromium asks the network about, so that interception sees them. */
const INTERCEPTED_SCHEMES = new Set(['http', 'https', 'about', 'blob', 'data', 'javascript']);

let lastId = 0;

export class StandInWebContents
  extends EventEmitter
  implements
    Pick<
      WebContents,
      | 'id'
      | 'loadURL'
      | 'loadFile'
      | 'getURL'
      | 'getTitle'
      | 'isDestroyed'
      | 'isLoading'
      | 'send'
      | 'focus'
      | 'reload'
      | 'reloadIgnoringCache'
      | 'stop'
      | 'close'
      | 'executeJavaScript'
      | 'insertCSS'
      | 'setWindowOpenHandler'
      | 'setZoomFactor'
      | 'getZoomFactor'
      | 'setZoomLevel'
      | 'getZoomLevel'
      | 'setVisualZoomLevelLimits'
      | 'printToPDF'
      | 'print'
      | 'startDrag'
      | 'undo'
      | 'redo'
      | 'cut'
      | 'copy'
      | 'paste'
      | 'delete'
      | 'selectAll'
      | 'openDevTools'
      | 'closeDevTools'
      | 'toggleDevTools'
      | 'isDevToolsOpened'
      | 'isCrashed'
      | 'setBackgroundThrottling'
      | 'getUserAgent'
      | 'getOSProcessId'
    >
{
  readonly id: number;
  readonly session = defaultSession;
  readonly attached: Promise<DevToolsSession>;
  targetId = '';
  private channel: PageChannel | undefined;
  private url = '';
  private title = '';
  private loading = false;
  private crashed = false;
  private destroyed = false;
  private zoomFactor = 1;
  private openHandler: OpenHandler | undefined;
  private requestedByPage: string | undefined;
  private isMovingOn = false;
  private surroundings: Surroundings | undefined;
  private readonly cleanUps: (() => void)[] = [];

  constructor(
    private readonly preferences: WebPreferences,
    target: Promise<string>,
  ) {
    super();
    lastId += 1;
    this.id = lastId;
    this.attached = target.then((targetId) => this.attach(targetId));
    // Whoever awaits it hears of a failure; one that nobody awaits must not end the process.
    this.attached.catch(() => undefined);
  }

  surroundWith(surroundings: Surroundings): void {
    this.surroundings = surroundings;
  }

  // --- the page ---------------------------------------------------------------------------------

  private async attach(targetId: string): Promise<DevToolsSession> {
    const { connection } = chromium();
    const { sessionId } = await connection.browser.send('Target.attachToTarget', {
      targetId,
      flatten: true,
    });
    const page = connection.session(sessionId);
    this.targetId = targetId;
    this.listenTo(page);
    this.channel = new PageChannel(page, (message) => this.hear(message));
    const requests = new RequestInterception(page, this.id, (frame, url) =>
      this.mayNavigate(frame, url),
    );
    const { preload, additionalArguments = [], sandbox = true } = this.preferences;
    const script = pageScript(
      {
        binding: BINDING,
        receiver: RECEIVER,
        headless: standIn.headless,
        asksBeforeClosing: standIn.interactive,
        chunkLength: CHUNK_LENGTH,
        process: {
          platform: process.platform,
          arch: process.arch,
          argv: [standIn.executable, ...additionalArguments],
          versions: { ...process.versions } as Record<string, string>,
          sandboxed: sandbox,
          contextIsolated: this.preferences.contextIsolation ?? true,
        },
      },
      preload,
    );
    await Promise.all([
      page.send('Page.enable'),
      page.send('Inspector.enable'),
      this.channel.start(),
      page.send('Page.addScriptToEvaluateOnNewDocument', { source: script }),
      requests.start(),
    ]);
    this.cleanUps.push(
      nativeTheme.follow(() => this.applyTheme(page)),
      acceleratorTable.onChange(() => this.tellAccelerators()),
    );
    this.applyTheme(page);
    return page;
  }

  private listenTo(page: DevToolsSession): void {
    page.on('Page.frameNavigated', ({ frame }) => {
      if (frame.parentId !== undefined) return;
      this.isMovingOn = false;
      this.url = toOriginal(frame.url + (frame.urlFragment ?? ''));
      this.emit('did-navigate', new PreventableEvent(), this.url, 200, 'OK');
    });
    page.on('Page.navigatedWithinDocument', ({ frameId, url }) => {
      if (frameId !== this.targetId) return;
      this.url = toOriginal(url);
      this.emit('did-navigate-in-page', new PreventableEvent(), this.url, true, this.id, this.id);
    });
    page.on('Page.frameStartedLoading', ({ frameId }) => {
      if (frameId !== this.targetId) return;
      this.loading = true;
      this.emit('did-start-loading', new PreventableEvent());
    });
    page.on('Page.domContentEventFired', () => {
      // Playwright sets a colour scheme of its own while it takes hold of a new page.
      if (nativeTheme.themeSource !== 'system') this.applyTheme(page);
      void this.applyZoom(page);
      this.emit('dom-ready', new PreventableEvent());
    });
    page.on('Page.loadEventFired', () => {
      this.loading = false;
      this.emit('did-frame-finish-load', new PreventableEvent(), true, this.id, this.id);
      this.emit('did-finish-load', new PreventableEvent());
      this.emit('did-stop-loading', new PreventableEvent());
    });
    page.on('Page.frameRequestedNavigation', ({ frameId, url, disposition }) => {
      if (frameId !== this.targetId || disposition !== 'currentTab') return;
      this.isMovingOn = true;
      if (INTERCEPTED_SCHEMES.has(schemeOf(url))) this.requestedByPage = toOriginal(url);
      else this.leaveForScheme(url);
    });
    page.on('Runtime.consoleAPICalled', ({ type, args, stackTrace }) => {
      const message = args.map((each) => String(each.value ?? each.description ?? '')).join(' ');
      const level = type === 'error' || type === 'warning' || type === 'debug' ? type : 'info';
      const [frame] = stackTrace?.callFrames ?? [];
      const lineNumber = (frame?.lineNumber ?? -1) + 1;
      const sourceId = toOriginal(frame?.url ?? '');
      const details = { message, level, lineNumber, sourceId, frame: this.mainFrame };
      const levelNumber = ['debug', 'info', 'warning', 'error'].indexOf(level);
      const event = new PreventableEvent(details);
      this.emit('console-message', event, levelNumber, message, lineNumber, sourceId);
    });
    page.on('Page.javascriptDialogOpening', ({ type }) => {
      if (type !== 'beforeunload' || !standIn.interactive) return;
      // Moving on raises the same question, which only closing is meant to.
      const accept = this.isMovingOn || (this.surroundings?.mayClose() ?? true);
      page.send('Page.handleJavaScriptDialog', { accept }).catch(() => undefined);
    });
    page.on('Inspector.targetCrashed', () => {
      this.crashed = true;
      this.emit('render-process-gone', new PreventableEvent(), { reason: 'crashed', exitCode: 1 });
    });
  }

  private hear(message: FromPage): void {
    switch (message[0]) {
      case 'hello':
        this.tellAccelerators();
        return;
      case 'send': {
        const [, channel, values] = message;
        this.emit('ipc-message', this.ipcEvent(), channel, ...values);
        ipcMain.emit(channel, this.ipcEvent(), ...values);
        return;
      }
      case 'invoke': {
        const [, request, channel, values] = message;
        void this.answer(request, channel, values);
        return;
      }
      case 'open':
        this.openWindow(message[1], message[2], message[3]);
        return;
      case 'accelerator':
        acceleratorTable.press(message[1], this.surroundings?.windowId ?? 0);
        return;
      case 'files': {
        const [, request, count] = message;
        void this.channel
          ?.pathsOfFiles(request, count)
          .then((paths) => this.channel?.tell(['paths', request, paths]));
        return;
      }
      case 'window':
        this.surroundings?.changed(message[1]);
    }
  }

  private async answer(request: number, channel: string, values: readonly unknown[]) {
    try {
      const value = await ipcMain.answer(channel, this.ipcEvent(), values);
      this.channel?.tell(['value', request, value]);
    } catch (error) {
      const message = `Error invoking remote method '${channel}': ${String(error)}`;
      this.channel?.tell(['failure', request, message]);
    }
  }

  /** Whole enough for handlers; what is missing of its parts throws by name. */
  private ipcEvent(): IpcMainInvokeEvent {
    const event = new PreventableEvent({
      type: 'frame',
      sender: this,
      senderFrame: this.mainFrame,
      processId: this.id,
      frameId: this.id,
      reply: (channel: string, ...values: unknown[]) => this.send(channel, ...values),
    });
    return event as unknown as IpcMainInvokeEvent;
  }

  private tellAccelerators(): void {
    this.channel?.tell(['accelerators', acceleratorTable.names]);
  }

  private applyTheme(page: DevToolsSession): void {
    const source = nativeTheme.themeSource;
    const value = source === 'system' ? '' : source;
    page
      .send('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-color-scheme', value }] })
      .catch(() => undefined);
  }

  // --- going elsewhere --------------------------------------------------------------------------

  private mayNavigate(frameId: string, url: string): boolean {
    if (frameId !== this.targetId) return true;
    const requested = this.requestedByPage;
    this.isMovingOn = false;
    this.requestedByPage = undefined;
    // What the application or a test asks for itself is not announced, as in Electron.
    return requested === undefined || this.announceNavigation(url);
  }

  private announceNavigation(url: string): boolean {
    const details = { url, isSameDocument: false, isMainFrame: true, frame: this.mainFrame };
    const event = new PreventableEvent({ ...details, initiator: this.mainFrame });
    this.emit('will-frame-navigate', event);
    this.emit('will-navigate', event, url, false, true, this.id, this.id);
    return !event.defaultPrevented;
  }

  /** A link to a scheme of the application's own, which Chromium would hand to the desktop. */
  private leaveForScheme(url: string): void {
    if (!this.announceNavigation(url) || toLoadable(url) === url) return;
    this.loadURL(url).catch(() => undefined);
  }

  /** Also for windows that Chromium opened before it could be kept from it. */
  openWindow(url: string, frameName: string, features: string): void {
    const details = {
      url: toOriginal(url),
      frameName,
      features,
      disposition: features === '' ? 'foreground-tab' : 'new-window',
      referrer: { url: this.url, policy: 'strict-origin-when-cross-origin' },
    } satisfies HandlerDetails;
    const action = this.openHandler?.(details).action;
    if (action === 'allow') throw notImplemented("setWindowOpenHandler's { action: 'allow' }");
  }

  setWindowOpenHandler(handler: OpenHandler): void {
    this.openHandler = handler;
  }

  async loadURL(url: string): Promise<void> {
    const page = await this.attached;
    const loadable = toLoadable(url);
    await defaultSession.applyPermissions(this.asElectron(), url, loadable);
    const loaded = new Promise<void>((resolve) => {
      this.once('did-finish-load', () => resolve());
      this.once('destroyed', () => resolve());
    });
    this.isMovingOn = true;
    const { errorText } = await page.send('Page.navigate', { url: loadable });
    if (errorText !== undefined && errorText !== '') {
      const description = errorText.replace('net::', '');
      this.emit(
        'did-fail-load',
        new PreventableEvent(),
        -2,
        description,
        url,
        true,
        this.id,
        this.id,
      );
      throw Object.assign(new Error(`${description} (-2) loading '${url}'`), {
        code: description,
        errno: -2,
        url,
      });
    }
    await loaded;
  }

  async loadFile(path: string, options: { search?: string; hash?: string } = {}): Promise<void> {
    const url = pathToFileURL(resolvePath(standIn.applicationFolder, path));
    if (options.search !== undefined) url.search = options.search;
    if (options.hash !== undefined) url.hash = options.hash;
    await this.loadURL(url.href);
  }

  reload(): void {
    this.isMovingOn = true;
    this.command((page) => page.send('Page.reload', {}));
  }

  reloadIgnoringCache(): void {
    this.isMovingOn = true;
    this.command((page) => page.send('Page.reload', { ignoreCache: true }));
  }

  stop(): void {
    this.command((page) => page.send('Page.stopLoading'));
  }

  // --- state ------------------------------------------------------------------------------------

  get mainFrame(): StandInFrame {
    return mainFrameOf(this.id, this.url, this.targetId);
  }

  getURL(): string {
    return this.url;
  }

  getTitle(): string {
    return this.title;
  }

  titleChanged(title: string): void {
    if (title === this.title) return;
    this.title = title;
    this.emit('page-title-updated', new PreventableEvent(), title, true);
  }

  isLoading(): boolean {
    return this.loading;
  }

  isDestroyed(): boolean {
    return this.destroyed;
  }

  isCrashed(): boolean {
    return this.crashed;
  }

  getUserAgent(): string {
    return defaultSession.getUserAgent();
  }

  getOSProcessId(): number {
    return process.pid;
  }

  setBackgroundThrottling(): void {
    // Chromium is started with throttling off, for tests' sake.
  }

  /** For the window that holds these contents, once Chromium's page is gone. */
  markDestroyed(): void {
    if (this.destroyed) return;
    this.destroyed = true;
    for (const cleanUp of this.cleanUps) cleanUp();
    this.emit('destroyed');
  }

  close(): void {
    this.surroundings?.close();
  }

  send(channel: string, ...values: unknown[]): void {
    if (this.destroyed) throw new TypeError('Object has been destroyed');
    this.channel?.tell(['message', channel, values]);
  }

  // --- doing things in the page -----------------------------------------------------------------

  private command(run: (page: DevToolsSession) => Promise<unknown>): void {
    this.attached.then(run).catch(() => undefined);
  }

  async executeJavaScript(code: string, userGesture = false): Promise<unknown> {
    const page = await this.attached;
    const { result, exceptionDetails } = await page.send('Runtime.evaluate', {
      expression: code,
      awaitPromise: true,
      returnByValue: true,
      userGesture,
    });
    if (exceptionDetails !== undefined) {
      throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    }
    return result.value as unknown;
  }

  async insertCSS(css: string): Promise<string> {
    await this.executeJavaScript(
      `document.head.append(Object.assign(document.createElement('style'), ` +
        `{ textContent: ${JSON.stringify(css)} }))`,
    );
    return String(css.length);
  }

  focus(): void {
    this.command((page) => page.send('Page.bringToFront'));
  }

  getZoomFactor(): number {
    return this.zoomFactor;
  }

  setZoomFactor(factor: number): void {
    if (!(factor > 0)) throw new Error("'zoomFactor' must be a double greater than 0.0");
    this.zoomFactor = factor;
    this.command((page) => this.applyZoom(page));
  }

  getZoomLevel(): number {
    return Math.log(this.zoomFactor) / Math.log(1.2);
  }

  setZoomLevel(level: number): void {
    this.setZoomFactor(1.2 ** level);
  }

  async setVisualZoomLevelLimits(): Promise<void> {
    // Pinching is not offered here.
  }

  private async applyZoom(page: DevToolsSession): Promise<void> {
    const value = this.zoomFactor === 1 ? '' : String(this.zoomFactor);
    const expression = `document.documentElement.style.zoom = ${JSON.stringify(value)}`;
    await page.send('Runtime.evaluate', { expression }).catch(() => undefined);
  }

  async capturePage(area?: Rectangle) {
    const page = await this.attached;
    const { data } = await page.send('Page.captureScreenshot', {
      format: 'png',
      ...(area === undefined ? {} : { clip: { ...area, scale: 1 } }),
    });
    return imageOf(Buffer.from(data, 'base64'));
  }

  async printToPDF(options: PrintToPDFOptions): Promise<Buffer<ArrayBuffer>> {
    const page = await this.attached;
    const { data } = await page.send('Page.printToPDF', pdfParameters(options));
    return Buffer.from(data, 'base64');
  }

  print(_options?: unknown, callback?: (success: boolean, failureReason: string) => void): void {
    if (standIn.interactive) this.command(() => this.executeJavaScript('window.print()', true));
    callback?.(standIn.interactive, standIn.interactive ? '' : 'Print job canceled');
  }

  /** No pointer can leave the page here: it only refuses what Electron refuses. */
  startDrag({ file, files, icon }: Item): void {
    const isEmpty =
      typeof icon === 'string' ? nativeImage.createFromPath(icon).isEmpty() : icon.isEmpty();
    if ((files ?? [file]).some((path) => !path)) {
      throw new TypeError("Must specify either 'file' or 'files' option");
    }
    if (isEmpty) throw new TypeError("Must specify non-empty 'icon' option");
  }

  private edit(command: string): void {
    this.command((page) =>
      page.send('Input.dispatchKeyEvent', { type: 'keyDown', commands: [command] }),
    );
  }

  undo(): void {
    this.edit('undo');
  }

  redo(): void {
    this.edit('redo');
  }

  cut(): void {
    this.edit('cut');
  }

  copy(): void {
    this.edit('copy');
  }

  paste(): void {
    this.edit('paste');
  }

  delete(): void {
    this.edit('delete');
  }

  selectAll(): void {
    this.edit('selectAll');
  }

  openDevTools(): void {
    process.stderr.write('electron-standin: webContents.openDevTools does nothing here\n');
  }

  closeDevTools(): void {
    // None are ever open.
  }

  toggleDevTools(): void {
    this.openDevTools();
  }

  isDevToolsOpened(): boolean {
    return false;
  }

  /** For the application's own callbacks, which are typed to take the whole of Electron's class. */
  asElectron(): WebContents {
    return everyWebContents.get(this.id) as unknown as WebContents;
  }
}

/** All that live, in the shell that names what they lack. */
const everyWebContents = new Map<number, StandInWebContents>();

export function createWebContents(
  preferences: WebPreferences,
  target: Promise<string>,
): StandInWebContents {
  const contents = namingWhatIsMissing('webContents', new StandInWebContents(preferences, target));
  everyWebContents.set(contents.id, contents);
  contents.once('destroyed', () => everyWebContents.delete(contents.id));
  return contents;
}

export function webContentsOfTarget(targetId: string): StandInWebContents | undefined {
  return [...everyWebContents.values()].find((contents) => contents.targetId === targetId);
}

export const webContents = namingWhatIsMissing('webContents', {
  fromId: (id: number): StandInWebContents | undefined => everyWebContents.get(id),
  /** Playwright finds the contents of a page by this. */
  fromDevToolsTargetId: (targetId: string): StandInWebContents | undefined =>
    webContentsOfTarget(targetId),
  getAllWebContents: (): StandInWebContents[] => [...everyWebContents.values()],
});
