import { randomBytes } from 'node:crypto';
import { hostname, userInfo } from 'node:os';
import { z } from 'zod';
import { systemErrorCode } from '../errors';
import { areDifferent, lifeOf } from './process-life';

const lockSchema = z.object({
  host: z.string(),
  user: z.string(),
  processId: z.number().int(),
  since: z.string(),
  /** When that process started, in words of its system; older versions of the program didn't say. */
  started: z.string().optional(),
  /** Makes every lock another one, also those that one process takes in one instant. */
  token: z.string().optional(),
});

/** Who has an archive open for writing. */
export type LockHolder = z.infer<typeof lockSchema>;

let startOfThis: string | null | undefined;

/** Whoever asks, as a holder of their own. */
export function newHolder(): LockHolder {
  startOfThis ??= lifeOf(process.pid).started;
  return {
    host: hostname(),
    user: userName(),
    processId: process.pid,
    since: new Date().toISOString(),
    ...(startOfThis === null ? {} : { started: startOfThis }),
    token: randomBytes(12).toString('hex'),
  };
}

export function textOf(holder: LockHolder): string {
  return `${JSON.stringify(holder)}\n`;
}

/** null where the text is cut off: it is being written, or whoever wrote it was killed. */
export function holderOf(text: string): LockHolder | null {
  try {
    return lockSchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

/** Stands for the holder of a lock that is cut off. */
export function unknownHolder(): LockHolder {
  return { host: '', user: '', processId: 0, since: new Date().toISOString() };
}

/** Tokens of locks that this process has done with and couldn't remove: their drive was gone. */
const givenUp = new Set<string>();

export function giveUp({ token }: LockHolder): void {
  if (token !== undefined) givenUp.add(token);
}

/** Whether the holder may still run. Of another computer nobody here can know. */
export function isAlive(holder: LockHolder): boolean {
  if (holder.host !== hostname()) return true;
  if (holder.token !== undefined && givenUp.has(holder.token)) return false;
  // A second opening inside one process is a second opener like any other.
  try {
    process.kill(holder.processId, 0);
  } catch (thrown) {
    if (systemErrorCode(thrown) !== 'EPERM') return false;
  }
  // The id may still be in use by what is left of a killed process, or again by another one.
  const { hasEnded, started } = lifeOf(holder.processId);
  return !hasEnded && !areDifferent(started, holder.started ?? null);
}

function userName(): string {
  try {
    return userInfo().username;
  } catch {
    // Some container users have no entry in the system's user table.
    return '';
  }
}
