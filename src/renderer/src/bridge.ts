import type {
  Answer,
  Channel,
  NoticeChannel,
  Notices,
  RequestArgument,
} from '../../shared/ipc-contract';
import type { Failure, FailureCode } from '../../shared/reply';
import { takeEarly } from './early-answers';

/** A refusal by the archive; `message` is one plain English sentence. */
export class BridgeError extends Error {
  readonly code: FailureCode;
  readonly details: Failure['details'];

  constructor(failure: Failure) {
    super(failure.message);
    this.name = 'BridgeError';
    this.code = failure.code;
    this.details = failure.details;
  }
}

/** Asks the archive. Rejects with a BridgeError and nothing else. */
export async function request<C extends Channel>(
  channel: C,
  argument: RequestArgument<C>,
): Promise<Answer<C>> {
  const asked = takeEarly(channel, argument) ?? window.archive.request(channel, argument);
  const reply = await asked.catch((error: unknown) => {
    const message = error instanceof Error ? error.message : String(error);
    throw new BridgeError({ code: 'unexpected', message, details: {} });
  });
  if (reply.ok) return reply.value;
  throw new BridgeError(reply.error);
}

/** Returns the function that stops listening. */
export function listen<N extends NoticeChannel>(
  notice: N,
  listener: (value: Notices[N]) => void,
): () => void {
  return window.archive.listen(notice, listener);
}

export function isMac(): boolean {
  return window.archive.platform === 'darwin';
}
