import { screen, type BrowserWindow } from 'electron';
import type { SettingsFile } from './settings-file';
import { createWindow } from './window';
import { placeFor } from './window-places';

interface WindowListeners {
  readonly onFocused: (windowId: number) => void;
  readonly onClosed: (windowId: number) => void;
}

/** The windows on the archive. Each has a turn, the lowest that is free; places are remembered by it. */
export class Windows {
  readonly #settings: SettingsFile;
  readonly #listeners: WindowListeners;
  readonly #turns = new Map<BrowserWindow, number>();
  /** The one that had the focus last comes last. */
  #byFocus: readonly BrowserWindow[] = [];

  constructor(settings: SettingsFile, listeners: WindowListeners) {
    this.#settings = settings;
    this.#listeners = listeners;
  }

  get count(): number {
    return this.#turns.size;
  }

  /** The window that a person has in front of them, or had last. */
  get front(): BrowserWindow | null {
    return this.#byFocus.at(-1) ?? null;
  }

  open(): BrowserWindow {
    const turn = this.#freeTurn();
    const screens = screen.getAllDisplays().map(({ workArea }) => workArea);
    const front = this.front?.getNormalBounds() ?? null;
    const window = createWindow(placeFor(this.#settings.placeOf(turn), front, screens));
    const { id } = window;
    this.#turns.set(window, turn);
    this.#byFocus = [...this.#byFocus, window];
    window.on('focus', () => {
      this.#byFocus = [...this.#byFocus.filter((other) => other !== window), window];
      this.#listeners.onFocused(id);
    });
    window.on('close', () => {
      const bounds = { ...window.getNormalBounds(), maximized: window.isMaximized() };
      void this.#settings.rememberPlace(turn, bounds);
    });
    window.on('closed', () => {
      this.#turns.delete(window);
      this.#byFocus = this.#byFocus.filter((other) => other !== window);
      this.#listeners.onClosed(id);
    });
    return window;
  }

  /** Brings the window in front to the person, and opens one where there is none. */
  show(): BrowserWindow {
    const { front } = this;
    if (front === null) return this.open();
    if (front.isMinimized()) front.restore();
    front.focus();
    return front;
  }

  #freeTurn(): number {
    const taken = new Set(this.#turns.values());
    let turn = 0;
    while (taken.has(turn)) turn += 1;
    return turn;
  }
}
