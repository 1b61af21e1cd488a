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
import { ArchiveError, toFailure } from '../archive/errors';
import { faultOf } from './logging/fault';
import type { Log } from './logging/log';
import { longWorkOf } from './long-work';
import { isOwnPage } from './security';

export type Handlers = {
  readonly [C in Channel]: (
    argument: RequestArgument<C>,
    /** Who asks. */
    window: BrowserWindow,
  ) => Promise<Reply<Answer<C>>>;
};

/**
 * The funnel that every request passes: who asks, what for, and with what. Requests that come before
 * there are handlers wait for them, but for those that are answered `atOnce`.
 */
export function answerRequests(
  atOnce: Partial<Handlers>,
  ready: Promise<Handlers>,
  log: Log,
): void {
  ipcMain.handle(
    requestWire,
    async (event, channel: unknown, argument: unknown): Promise<Reply<unknown>> => {
      const window = BrowserWindow.fromWebContents(event.sender);
      if (!(window instanceof BrowserWindow) || !isOwnPage(event.senderFrame?.url)) {
        return refusal('This page may not ask anything.');
      }
      if (!isChannel(channel)) return refusal(`There is no request named ${String(channel)}.`);
      const parsed = requestSchemas[channel].safeParse(argument);
      if (!parsed.success) {
        const issue = parsed.error.issues[0];
        const where = issue?.path.join('.') ?? '';
        return refusal(`${channel}: ${where} ${issue?.message ?? 'is not what was asked for'}`);
      }
      // The schema of this channel has just been checked.
      const handler = (atOnce[channel] ?? (await ready)[channel]) as (
        argument: unknown,
        window: BrowserWindow,
      ) => Promise<Reply<unknown>>;
      const since = performance.now();
      const reply = await answered(() => handler(parsed.data, window), log);
      note(log, channel, reply, Math.round(performance.now() - since));
      return reply;
    },
  );
}

async function answered(answer: () => Promise<Reply<unknown>>, log: Log): Promise<Reply<unknown>> {
  try {
    return await answer();
  } catch (thrown) {
    if (!(thrown instanceof ArchiveError)) {
      log.write({ event: 'fault', where: 'main', fault: faultOf(thrown) });
    }
    return { ok: false, error: toFailure(thrown) };
  }
}

/** What a person would notice, milliseconds. */
const slowMs = 1_000;
/** Here a person chooses something, or work is under way that is noted by itself. */
const takesItsTime = new Set<Channel>([
  'archive:choose',
  'backup:choose-folder',
  'diagnostics:save',
  'drag:photo',
  'drag:releases',
  'pack:export',
  'sample:open',
  'window:print',
]);

function note(log: Log, channel: Channel, reply: Reply<unknown>, ms: number): void {
  // A question that a newer one made pointless is nothing that went wrong.
  if (!reply.ok && reply.error.code !== 'cancelled') {
    log.write({ event: 'request-failed', channel, code: reply.error.code, ms });
  } else if (ms >= slowMs && !takesItsTime.has(channel) && longWorkOf[channel] === undefined) {
    log.write({ event: 'request-slow', channel, ms });
  }
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
