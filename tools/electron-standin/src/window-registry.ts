/** The part of a window that the application object deals with when it quits. */
export interface OpenWindow {
  readonly id: number;
  /** Resolves with whether the window closed: its own listeners may prevent it. */
  closeAsking(): Promise<boolean>;
  destroy(): void;
}

const windows = new Map<number, OpenWindow>();
let whenNoneIsLeft: () => void = () => undefined;

export function registerWindow(window: OpenWindow): void {
  windows.set(window.id, window);
}

export function unregisterWindow(window: OpenWindow): void {
  if (windows.delete(window.id) && windows.size === 0) whenNoneIsLeft();
}

export function openWindows(): OpenWindow[] {
  return [...windows.values()];
}

export function onLastWindowClosed(listener: () => void): void {
  whenNoneIsLeft = listener;
}
