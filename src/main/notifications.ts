import { Notification, type BrowserWindow } from 'electron';

/** Kept while they are on the screen: a collected one hears no click. */
const shown = new Set<Notification>();

/** Tells a person who is busy elsewhere; a click brings them to the window. */
export function notifyPerson(window: BrowserWindow, title: string, text: string): void {
  if (!Notification.isSupported()) return;
  const notification = new Notification({ title, body: text });
  shown.add(notification);
  const forget = (): void => {
    shown.delete(notification);
  };
  notification.on('click', () => {
    forget();
    if (window.isDestroyed()) return;
    if (window.isMinimized()) window.restore();
    window.show();
    window.focus();
  });
  notification.on('close', forget);
  notification.show();
}
