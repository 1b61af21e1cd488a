import { systemErrorCode, toFailure } from '../archive/errors';
import type { Failure } from '../shared/reply';

const reasons: Readonly<Record<string, string>> = {
  EEXIST: 'is a file, not a folder',
  ENOTDIR: 'is not in a folder',
  ENOENT: 'is not there',
  EISDIR: 'is a folder, not a file',
  ENAMETOOLONG: 'has a name that is too long',
  EMFILE: "can't be opened, since too many files are open",
};

/** As the archive tells it; a path that the system refuses is told in words instead of its own. */
export function failureOf(thrown: unknown): Failure {
  const failure = toFailure(thrown);
  const reason = reasons[systemErrorCode(thrown) ?? ''];
  if (failure.code !== 'unexpected' || reason === undefined) return failure;
  const path = thrown instanceof Error && 'path' in thrown ? String(thrown.path) : 'A file';
  return { ...failure, message: `${path} ${reason}.`, details: { path } };
}
