import { EventEmitter } from 'node:events';
import type {
  Notification as ElectronNotification,
  NotificationConstructorOptions,
} from 'electron';
import { runDesktopTool } from '../desktop-tool';
import { namingWhatIsMissing } from '../not-implemented';
import { PreventableEvent } from '../preventable-event';
import { standIn } from '../stand-in';

class StandInNotification
  extends EventEmitter
  implements Pick<ElectronNotification, 'title' | 'body' | 'show' | 'close'>
{
  /** For tests: what was shown last. */
  static last: StandInNotification | undefined;
  title: string;
  body: string;

  constructor({ title = '', body = '' }: NotificationConstructorOptions = {}) {
    super();
    this.title = title;
    this.body = body;
  }

  static isSupported(): boolean {
    return true;
  }

  /** On the desktop of a person; in tests it is only said to be there. */
  show(): void {
    StandInNotification.last = this;
    if (standIn.interactive) {
      void runDesktopTool('notify-send', [
        '--app-name',
        standIn.applicationName,
        '--',
        this.title,
        this.body,
      ]);
    }
    this.emit('show', new PreventableEvent());
  }

  close(): void {
    this.emit('close', new PreventableEvent());
  }
}

/** Constructed like the class, and what is constructed names what it lacks. */
export const Notification = new Proxy(StandInNotification, {
  construct: (_class, [options]: [NotificationConstructorOptions?]) =>
    namingWhatIsMissing('Notification', new StandInNotification(options)),
});
