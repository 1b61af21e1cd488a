import { basename } from 'node:path';
import { systemErrorCode } from '../../archive/errors';

/** Where something unforeseen was thrown, without what it says: that may quote a release or a path. */
export interface Fault {
  /** The class of the error: 'TypeError'. */
  readonly name: string;
  /** The system's name of the failure, "ENOENT"; null where it has none. */
  readonly code: string | null;
  /** Function and place in the program, the innermost first: "openArchive archive.js:12:3". */
  readonly frames: readonly string[];
}

const mostFrames = 12;
const frame = /^\s*at (?:(?:async )?([\w$.#<> ]+) \()?(?:file:\/\/)?([^()]+?):(\d+):(\d+)\)?$/u;

export function faultOf(thrown: unknown): Fault {
  if (!(thrown instanceof Error)) return { name: typeof thrown, code: null, frames: [] };
  const frames: string[] = [];
  // The message comes first and may have lines that look like anything; only what is a frame to the
  // last character counts, and of its path only the program's own file name.
  for (const line of (thrown.stack ?? '').slice(messageEnd(thrown)).split('\n')) {
    const [, name = '', path, row, column] = frame.exec(line) ?? [];
    if (path === undefined || row === undefined || column === undefined) continue;
    frames.push(`${name} ${basename(path)}:${row}:${column}`.trim());
    if (frames.length === mostFrames) break;
  }
  return { name: thrown.constructor.name, code: systemErrorCode(thrown), frames };
}

/** Where a stack stops repeating the message. */
function messageEnd({ message, stack = '' }: Error): number {
  const start = message === '' ? -1 : stack.indexOf(message);
  return start === -1 ? 0 : start + message.length;
}
