import { basename } from 'node:path';
import { toFailure } from '../../errors';
import type { Failure } from '../../../shared/reply';
import type { FileFailure } from './import-result';

/** A failure whose sentence names the file, whoever wrote the sentence. */
export function fileFailure(path: string, thrown: unknown): FileFailure {
  const failure: Failure = toFailure(thrown);
  const name = basename(path);
  const message = failure.message.includes(name) ? failure.message : `${name}: ${failure.message}`;
  return {
    path,
    failure: { ...failure, message, details: { fileName: name, ...failure.details } },
  };
}
