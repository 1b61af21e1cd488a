import { basename, dirname } from 'node:path';
import type { Failure, FailureCode, Reply } from '../shared/reply';

/** A failure with a name. Everything that the archive throws on purpose is one of these. */
export class ArchiveError extends Error {
  readonly code: FailureCode;
  readonly details: Readonly<Record<string, string | number>>;

  constructor(
    code: FailureCode,
    message: string,
    details: Readonly<Record<string, string | number>> = {},
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'ArchiveError';
    this.code = code;
    this.details = details;
  }
}

/** Any thrown thing as the value that crosses process borders. */
export function toFailure(thrown: unknown): Failure {
  if (thrown instanceof ArchiveError) {
    return { code: thrown.code, message: thrown.message, details: thrown.details };
  }
  const code = systemErrorCode(thrown);
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    return {
      code: 'disk-full',
      message: 'The disk is full; the change was not saved.',
      details: {},
    };
  }
  if (code === 'EROFS' || code === 'EACCES' || code === 'EPERM') {
    const path = pathOf(thrown);
    return {
      code: 'access-denied',
      message: `This account may not do that in ${path}.`,
      details: { path },
    };
  }
  if (code === 'EEXIST' || code === 'ENOTDIR') {
    const path = pathOf(thrown);
    return {
      code: 'access-denied',
      message: `${path} is in the way: it is a file, not a folder.`,
      details: { path },
    };
  }
  if (code === 'EIO') {
    return {
      code: 'disk-failed',
      message: 'The disk reported an error while reading or writing.',
      details: {},
    };
  }
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  return { code: 'unexpected', message, details: {} };
}

/** The path of a system error, or the folder where it is a temporary name of ours. */
function pathOf(thrown: unknown): string {
  const path = thrown instanceof Error && 'path' in thrown ? String(thrown.path) : '';
  if (path === '') return 'that folder';
  return basename(path).startsWith('.') ? dirname(path) : path;
}

/** The `code` of a Node system error ("ENOENT"), or null. */
export function systemErrorCode(thrown: unknown): string | null {
  return thrown instanceof Error && 'code' in thrown && typeof thrown.code === 'string'
    ? thrown.code
    : null;
}

/** Runs something and turns what it throws into a `Reply`. */
export async function replyOf<T>(work: () => T | Promise<T>): Promise<Reply<T>> {
  try {
    return { ok: true, value: await work() };
  } catch (thrown) {
    return { ok: false, error: toFailure(thrown) };
  }
}
