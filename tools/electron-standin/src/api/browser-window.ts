/* eslint-disable @typescript-eslint/no-empty-function -- what has no counterpart here does nothing */
import { EventEmitter } from 'node:events';
import type { BrowserWindow, BrowserWindowConstructorOptions, Rectangle } from 'electron';
import { Targets } from '../browser/targets';
import { namingWhatIsMissing } from '../not-implemented';
import type { WindowChange } from '../page/messages';
import { PreventableEvent } from '../preventable-event';
import { chromium, standIn } from '../stand-in';
import { registerWindow, unregisterWindow, type OpenWindow } from '../window-registry';
import { app } from './app';
import { screen } from './screen';
import { createWebContents, webContentsOfTarget, type StandInWebContents } from './web-contents';

type WindowState = 'normal' | 'minimized' | 'maximized' | 'fullscreen';

const BEFORE_UNLOAD_LIMIT = 2_000;

/** Whether the page has something against being closed, as its `beforeunload` listeners say. */
const ASK_BEFORE_UNLOAD = `(() => {
  const event = document.createEvent('BeforeUnloadEvent');
  event.initEvent('beforeunload', false, true);
  return window.dispatchEvent(event);
})()`;

let targets: Promise<Targets> | undefined;

function windowsOfChromium(): Promise<Targets> {
  targets ??= (async () => {
    const started = new Targets(chromium(), {
      destroyed: (targetId) => windowOfTarget(targetId)?.chromiumClosedIt(),
      titled: (targetId, title) => webContentsOfTarget(targetId)?.titleChanged(title),
      opened: (openerId, url) => webContentsOfTarget(openerId)?.openWindow(url, '', ''),
    });
    await started.start();
    return started;
  })();
  return targets;
}

let lastId = 0;

class StandInBrowserWindow
  extends EventEmitter
  implements
    OpenWindow,
    Pick<
      BrowserWindow,
      | 'id'
      | 'loadURL'
      | 'loadFile'
      | 'show'
      | 'showInactive'
      | 'hide'
      | 'close'
      | 'destroy'
      | 'isDestroyed'
      | 'focus'
      | 'blur'
      | 'isFocused'
      | 'isVisible'
      | 'minimize'
      | 'restore'
      | 'isMinimized'
      | 'maximize'
      | 'unmaximize'
      | 'isMaximized'
      | 'setFullScreen'
      | 'isFullScreen'
      | 'getBounds'
      | 'setBounds'
      | 'getNormalBounds'
      | 'getContentBounds'
      | 'setContentBounds'
      | 'getSize'
      | 'setSize'
      | 'getContentSize'
      | 'setContentSize'
      | 'getPosition'
      | 'setPosition'
      | 'center'
      | 'setMinimumSize'
      | 'getMinimumSize'
      | 'setTitle'
      | 'getTitle'
      | 'setMenu'
      | 'removeMenu'
      | 'setMenuBarVisibility'
      | 'isMenuBarVisible'
      | 'setAutoHideMenuBar'
      | 'setBackgroundColor'
      | 'getBackgroundColor'
      | 'setProgressBar'
      | 'setRepresentedFilename'
      | 'setDocumentEdited'
      | 'setIcon'
      | 'flashFrame'
      | 'reload'
    >
{
  readonly id: number;
  readonly webContents: StandInWebContents;
  private readonly target: Promise<string>;
  private bounds: Rectangle;
  private normalBounds: Rectangle;
  private minimumSize: [number, number];
  private state: WindowState = 'normal';
  private visible = false;
  private focused = false;
  private destroyed = false;
  private announcedClosing = false;
  private closing: Promise<boolean> | undefined;
  private title: string;
  private backgroundColor: string;
  private menuBarVisible = true;

  constructor(options: BrowserWindowConstructorOptions = {}) {
    super();
    if (!app.isReady()) throw new Error('Cannot create BrowserWindow before app is ready');
    lastId += 1;
    this.id = lastId;
    const { width = 800, height = 600, x = 0, y = 0 } = options;
    this.minimumSize = [options.minWidth ?? 0, options.minHeight ?? 0];
    this.bounds = this.atLeastMinimum({ x, y, width, height });
    this.normalBounds = this.bounds;
    this.title = options.title ?? standIn.applicationName;
    this.backgroundColor = options.backgroundColor ?? '#FFFFFF';
    this.target = windowsOfChromium().then((all) => all.open({ width, height }));
    this.webContents = createWebContents(options.webPreferences ?? {}, this.sized(this.target));
    this.webContents.surroundWith({
      windowId: this.id,
      close: () => this.close(),
      mayClose: () => this.personMayClose(),
      changed: (change) => this.changedByPerson(change),
    });
    this.webContents.once('did-finish-load', () => {
      if (!this.destroyed) this.emit('ready-to-show', new PreventableEvent());
    });
    this.webContents.on('page-title-updated', (event: PreventableEvent, title: string) => {
      this.emit('page-title-updated', event, title, true);
      if (!event.defaultPrevented) this.title = title;
    });
    if (options.show !== false) this.show();
    if (options.fullscreen === true) this.setFullScreen(true);
  }

  loadURL(url: string): Promise<void> {
    return this.webContents.loadURL(url);
  }

  loadFile(path: string, options?: { search?: string; hash?: string }): Promise<void> {
    return this.webContents.loadFile(path, options);
  }

  reload(): void {
    this.webContents.reload();
  }

  // --- closing ----------------------------------------------------------------------------------

  close(): void {
    void this.closeAsking();
  }

  closeAsking(): Promise<boolean> {
    if (this.destroyed) return Promise.resolve(true);
    this.closing ??= this.askAndClose().finally(() => {
      this.closing = undefined;
    });
    return this.closing;
  }

  private async askAndClose(): Promise<boolean> {
    const event = new PreventableEvent();
    this.emit('close', event);
    if (event.defaultPrevented) return false;
    if (!(await this.pageAgreesToClose())) return false;
    this.destroy();
    return true;
  }

  private async pageAgreesToClose(): Promise<boolean> {
    let timer: NodeJS.Timeout | undefined;
    const limit = new Promise<unknown>((resolve) => {
      timer = setTimeout(() => resolve(true), BEFORE_UNLOAD_LIMIT);
    });
    const asked = this.webContents.executeJavaScript(ASK_BEFORE_UNLOAD).catch(() => true);
    const agrees = await Promise.race([asked, limit]);
    clearTimeout(timer);
    if (agrees !== false) return true;
    const event = new PreventableEvent();
    this.webContents.emit('will-prevent-unload', event);
    return event.defaultPrevented;
  }

  destroy(): void {
    if (this.destroyed) return;
    const wasFocused = this.focused;
    this.destroyed = true;
    this.visible = false;
    this.focused = false;
    void Promise.all([windowsOfChromium(), this.target]).then(
      ([all, targetId]) => all.close(targetId),
      () => undefined,
    );
    this.webContents.markDestroyed();
    everyWindow.delete(this.id);
    this.emit('closed');
    if (wasFocused) [...everyWindow.values()].findLast((each) => each.isVisible())?.focus();
    unregisterWindow(this);
  }

  private personMayClose(): boolean {
    const event = new PreventableEvent();
    this.emit('close', event);
    this.announcedClosing = !event.defaultPrevented;
    return this.announcedClosing;
  }

  /** The person closed the window; Chromium asks a page that nobody has touched nothing first. */
  chromiumClosedIt(): void {
    if (this.destroyed) return;
    if (!this.announcedClosing) this.emit('close', new PreventableEvent());
    this.destroy();
  }

  isDestroyed(): boolean {
    return this.destroyed;
  }

  // --- showing ----------------------------------------------------------------------------------

  show(): void {
    this.showInactive();
    this.focus();
  }

  showInactive(): void {
    if (this.visible) return;
    this.visible = true;
    this.emit('show', new PreventableEvent());
  }

  hide(): void {
    if (!this.visible) return;
    this.visible = false;
    this.blur();
    this.emit('hide', new PreventableEvent());
  }

  isVisible(): boolean {
    return this.visible;
  }

  focus(): void {
    if (this.focused || this.destroyed) return;
    for (const other of everyWindow.values()) if (other.id !== this.id) other.blur();
    this.focused = true;
    this.webContents.focus();
    this.emit('focus', new PreventableEvent());
    app.emit('browser-window-focus', new PreventableEvent(), everyWindow.get(this.id));
  }

  blur(): void {
    if (!this.focused) return;
    this.focused = false;
    this.emit('blur', new PreventableEvent());
    app.emit('browser-window-blur', new PreventableEvent(), everyWindow.get(this.id));
  }

  isFocused(): boolean {
    return this.focused;
  }

  private changedByPerson(change: WindowChange): void {
    if (change.kind === 'focus') this.focus();
    if (change.kind === 'blur') this.blur();
    const { x, y, width, height } = change;
    const isMoved = x !== this.bounds.x || y !== this.bounds.y;
    const isResized = width !== this.bounds.width || height !== this.bounds.height;
    this.bounds = { x, y, width, height };
    if (this.state === 'normal') this.normalBounds = this.bounds;
    if (isResized) this.emit('resize', new PreventableEvent());
    if (isMoved) this.emit('move', new PreventableEvent());
  }

  // --- state and size ---------------------------------------------------------------------------

  minimize(): void {
    this.enter('minimized', this.bounds, 'minimize');
  }

  restore(): void {
    if (this.state === 'minimized') this.enter('normal', this.normalBounds, 'restore');
  }

  isMinimized(): boolean {
    return this.state === 'minimized';
  }

  maximize(): void {
    this.showInactive();
    this.enter('maximized', screen.getPrimaryDisplay().workArea, 'maximize');
  }

  unmaximize(): void {
    if (this.state === 'maximized') this.enter('normal', this.normalBounds, 'unmaximize');
  }

  isMaximized(): boolean {
    return this.state === 'maximized';
  }

  setFullScreen(flag: boolean): void {
    if (flag) {
      this.enter('fullscreen', screen.getPrimaryDisplay().bounds, 'enter-full-screen');
    } else if (this.state === 'fullscreen') {
      this.enter('normal', this.normalBounds, 'leave-full-screen');
    }
  }

  isFullScreen(): boolean {
    return this.state === 'fullscreen';
  }

  isNormal(): boolean {
    return this.state === 'normal';
  }

  private enter(state: WindowState, bounds: Rectangle, event: string): void {
    if (this.state === state) return;
    if (this.state === 'normal') this.normalBounds = this.bounds;
    this.state = state;
    const isResized = !sameSize(this.bounds, bounds);
    this.bounds = bounds;
    if (standIn.headless) this.applySize();
    else this.inChromium((windowId) => this.setChromiumState(windowId, state));
    this.emit(event, new PreventableEvent());
    if (isResized) this.emit('resize', new PreventableEvent());
  }

  private setChromiumState(windowId: number, windowState: WindowState): Promise<unknown> {
    return chromium().connection.browser.send('Browser.setWindowBounds', {
      windowId,
      bounds: { windowState },
    });
  }

  getBounds(): Rectangle {
    return { ...this.bounds };
  }

  setBounds(bounds: Partial<Rectangle>): void {
    const next = this.atLeastMinimum({ ...this.bounds, ...bounds });
    const isResized = !sameSize(this.bounds, next);
    const isMoved = this.bounds.x !== next.x || this.bounds.y !== next.y;
    this.bounds = next;
    if (this.state === 'normal') this.normalBounds = next;
    if (isResized) {
      this.applySize();
      this.emit('resize', new PreventableEvent());
      this.emit('resized', new PreventableEvent());
    }
    if (isMoved) {
      this.applyPosition();
      this.emit('move', new PreventableEvent());
      this.emit('moved', new PreventableEvent());
    }
  }

  getNormalBounds(): Rectangle {
    return { ...this.normalBounds };
  }

  getContentBounds(): Rectangle {
    return this.getBounds();
  }

  setContentBounds(bounds: Rectangle): void {
    this.setBounds(bounds);
  }

  getSize(): [number, number] {
    return [this.bounds.width, this.bounds.height];
  }

  setSize(width: number, height: number): void {
    this.setBounds({ width, height });
  }

  getContentSize(): [number, number] {
    return this.getSize();
  }

  setContentSize(width: number, height: number): void {
    this.setSize(width, height);
  }

  getPosition(): [number, number] {
    return [this.bounds.x, this.bounds.y];
  }

  setPosition(x: number, y: number): void {
    this.setBounds({ x, y });
  }

  center(): void {
    const { workArea } = screen.getPrimaryDisplay();
    this.setBounds({
      x: Math.max(0, Math.round((workArea.width - this.bounds.width) / 2)),
      y: Math.max(0, Math.round((workArea.height - this.bounds.height) / 2)),
    });
  }

  setMinimumSize(width: number, height: number): void {
    this.minimumSize = [width, height];
  }

  getMinimumSize(): [number, number] {
    return [...this.minimumSize];
  }

  private atLeastMinimum({ x, y, width, height }: Rectangle): Rectangle {
    const [minimumWidth, minimumHeight] = this.minimumSize;
    return {
      x,
      y,
      width: Math.max(width, minimumWidth),
      height: Math.max(height, minimumHeight),
    };
  }

  private async sized(target: Promise<string>): Promise<string> {
    const targetId = await target;
    await this.sendSize(await chromiumWindowId(targetId));
    return targetId;
  }

  private applySize(): void {
    this.inChromium((windowId) => this.sendSize(windowId));
  }

  private sendSize(windowId: number): Promise<unknown> {
    const { width, height } = this.bounds;
    return chromium().connection.browser.send('Browser.setContentsSize', {
      windowId,
      width,
      height,
    });
  }

  private applyPosition(): void {
    const { x, y } = this.bounds;
    this.inChromium((windowId) =>
      chromium().connection.browser.send('Browser.setWindowBounds', {
        windowId,
        bounds: { left: x, top: y },
      }),
    );
  }

  private inChromium(run: (windowId: number) => Promise<unknown>): void {
    this.target
      .then(chromiumWindowId)
      .then(run)
      .catch(() => undefined);
  }

  // --- looks ------------------------------------------------------------------------------------

  setTitle(title: string): void {
    this.title = title;
  }

  getTitle(): string {
    return this.title;
  }

  setBackgroundColor(color: string): void {
    this.backgroundColor = color;
  }

  getBackgroundColor(): string {
    return this.backgroundColor;
  }

  setMenuBarVisibility(visible: boolean): void {
    this.menuBarVisible = visible;
  }

  isMenuBarVisible(): boolean {
    return this.menuBarVisible;
  }

  // The desktop shows nothing of the following here, and an application works without it.

  setMenu(): void {}
  removeMenu(): void {}
  setAutoHideMenuBar(): void {}
  setProgressBar(): void {}
  setRepresentedFilename(): void {}
  setDocumentEdited(): void {}
  setIcon(): void {}
  flashFrame(): void {}

  /** For Playwright and the registry, which know windows by what they show. */
  shows(targetId: string): boolean {
    return targetId !== '' && this.webContents.targetId === targetId;
  }

  capturePage(area?: Rectangle) {
    return this.webContents.capturePage(area);
  }
}

function sameSize(one: Rectangle, other: Rectangle): boolean {
  return one.width === other.width && one.height === other.height;
}

async function chromiumWindowId(targetId: string): Promise<number> {
  const { browser } = chromium().connection;
  return (await browser.send('Browser.getWindowForTarget', { targetId })).windowId;
}

const everyWindow = new Map<number, StandInBrowserWindow>();

function windowOfTarget(targetId: string): StandInBrowserWindow | undefined {
  return [...everyWindow.values()].find((window) => window.shows(targetId));
}

function createWindow(options?: BrowserWindowConstructorOptions): StandInBrowserWindow {
  const window = namingWhatIsMissing('BrowserWindow', new StandInBrowserWindow(options));
  everyWindow.set(window.id, window);
  registerWindow(window);
  app.emit('browser-window-created', new PreventableEvent(), window);
  app.emit('web-contents-created', new PreventableEvent(), window.webContents);
  return window;
}

const statics = {
  getAllWindows: (): StandInBrowserWindow[] => [...everyWindow.values()],
  getFocusedWindow: (): StandInBrowserWindow | null =>
    [...everyWindow.values()].find((window) => window.isFocused()) ?? null,
  fromId: (id: number): StandInBrowserWindow | null => everyWindow.get(id) ?? null,
  fromWebContents: (contents: { readonly id: number }): StandInBrowserWindow | null =>
    [...everyWindow.values()].find((window) => window.webContents.id === contents.id) ?? null,
};

/** Constructed like the class, and the constructed window names what it lacks. */
const constructed = new Proxy(Object.assign(StandInBrowserWindow, statics), {
  construct: (_class, [options]: [BrowserWindowConstructorOptions?]) => createWindow(options),
});

const named = namingWhatIsMissing('BrowserWindow', constructed);
export { named as BrowserWindow };
export type { StandInBrowserWindow };
