import { BrowserWindow, ipcMain } from 'electron';
import {
  requestSchemas,
  type Answer,
  type Channel,
  type NoticeChannel,
  type Notices,
  type RequestArgument,
} from '../shared/ipc-contract';
import type { Reply } from '../shared/reply';
import { noticeWire, requestWire } from '../shared/wire';
import { toFailure } from '../archive/errors';
import { isOwnPage } from './security';

export type Handlers = {
  readonly [C in Channel]: (argument: RequestArgument<C>) => Promise<Reply<Answer<C>>>;
};

/** The funnel that every request passes: who asks, what for, and with what. */
export function answerRequests(handlers: Handlers): void {
  ipcMain.handle(
    requestWire,
    async (event, channel: unknown, argument: unknown): Promise<Reply<unknown>> => {
      if (!isOwnPage(event.senderFrame?.url)) return refusal('This page may not ask anything.');
      if (!isChannel(channel)) return refusal(`There is no request named ${String(channel)}.`);
      const parsed = requestSchemas[channel].safeParse(argument);
      if (!parsed.success) {
        const issue = parsed.error.issues[0];
        const where = issue?.path.join('.') ?? '';
        return refusal(`${channel}: ${where} ${issue?.message ?? 'is not what was asked for'}`);
      }
      // The schema of this channel has just been checked.
      const handler = handlers[channel] as (argument: unknown) => Promise<Reply<unknown>>;
      try {
        return await handler(parsed.data);
      } catch (thrown) {
        return { ok: false, error: toFailure(thrown) };
      }
    },
  );
}

/** Tells every window. */
export function notify<N extends NoticeChannel>(notice: N, value: Notices[N]): void {
  for (const window of BrowserWindow.getAllWindows()) tell(window, notice, value);
}

/** Tells one window. */
export function tell<N extends NoticeChannel>(
  window: Pick<BrowserWindow, 'isDestroyed' | 'webContents'>,
  notice: N,
  value: Notices[N],
): void {
  if (!window.isDestroyed()) window.webContents.send(noticeWire, notice, value);
}

function isChannel(channel: unknown): channel is Channel {
  return typeof channel === 'string' && Object.hasOwn(requestSchemas, channel);
}

function refusal(message: string): Reply<never> {
  return { ok: false, error: { code: 'request-invalid', message, details: {} } };
}
