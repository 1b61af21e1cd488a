import type { Answer, Channel, RequestArgument } from '../../shared/ipc-contract';
import type { Reply } from '../../shared/reply';

/*
 * What every window asks first is asked before the rest of the page is read, so that the answers are
 * here when the page is. Each is given away once, to whoever asks the same.
 */

const early = new Map<string, Promise<Reply<unknown>>>();

/** The list as a window begins with it. */
export const firstQuestion: RequestArgument<'release:find'> = {
  text: '',
  place: 'archive',
  year: null,
  partnerIds: [],
  tags: [],
  sort: 'newest',
  offset: 0,
  limit: 40,
  typing: false,
  recency: false,
  facets: true,
  months: true,
};

function keyOf(channel: Channel, argument: unknown): string {
  return `${channel} ${JSON.stringify(argument)}`;
}

function ask<C extends Channel>(
  channel: C,
  argument: RequestArgument<C>,
): Promise<Reply<Answer<C>>> {
  const reply = window.archive.request(channel, argument);
  // Whoever takes it hears of a failure.
  reply.catch(() => undefined);
  early.set(keyOf(channel, argument), reply);
  return reply;
}

export function askEarly(): void {
  void ask('settings:read', null);
  void ask('archive:opening', null);
  void ask('release:find', firstQuestion);
  ask('archive:info', null)
    .then((info) => {
      // The list of an archive that somebody opens later is another one.
      if (!info.ok || info.value === null) forgetEarly();
    })
    .catch(forgetEarly);
}

export function forgetEarly(): void {
  early.clear();
}

/** The answer that is on its way already, if it is. */
export function takeEarly<C extends Channel>(
  channel: C,
  argument: RequestArgument<C>,
): Promise<Reply<Answer<C>>> | undefined {
  if (early.size === 0) return undefined;
  const key = keyOf(channel, argument);
  const reply = early.get(key);
  early.delete(key);
  // Under this key lies the answer of this channel.
  return reply as Promise<Reply<Answer<C>>> | undefined;
}
