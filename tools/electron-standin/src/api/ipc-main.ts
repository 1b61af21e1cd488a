import { EventEmitter } from 'node:events';
import type { IpcMain, IpcMainInvokeEvent } from 'electron';
import { namingWhatIsMissing } from '../not-implemented';

type Handler = Parameters<IpcMain['handle']>[1];

class StandInIpcMain
  extends EventEmitter
  implements Pick<IpcMain, 'handle' | 'handleOnce' | 'removeHandler'>
{
  private readonly handlers = new Map<string, Handler>();

  handle(channel: string, handler: Handler): void {
    if (this.handlers.has(channel)) {
      throw new Error(`Attempted to register a second handler for '${channel}'`);
    }
    this.handlers.set(channel, handler);
  }

  handleOnce(channel: string, handler: Handler): void {
    this.handle(channel, (event: IpcMainInvokeEvent, ...values: unknown[]): unknown => {
      this.removeHandler(channel);
      return handler(event, ...values);
    });
  }

  removeHandler(channel: string): void {
    this.handlers.delete(channel);
  }

  /** Answers a page. Throws what the handler throws. */
  async answer(
    channel: string,
    event: IpcMainInvokeEvent,
    values: readonly unknown[],
  ): Promise<unknown> {
    const handler = this.handlers.get(channel);
    if (handler === undefined) throw new Error(`No handler registered for '${channel}'`);
    return (await handler(event, ...values)) as unknown;
  }
}

export const ipcMain = namingWhatIsMissing('ipcMain', new StandInIpcMain());
