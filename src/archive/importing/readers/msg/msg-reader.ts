import { ArchiveError } from '../../../errors';
import { CompoundFile, type CompoundEntry } from '../compound/compound-file';
import { isCompoundFile } from '../compound/compound-file-error';
import { letterItems } from '../eml/letter-items';
import { fileError, named, requireSize } from '../file-errors';
import type { GivenFile, ReadItem, Reader, ReadingOptions } from '../reader';
import { isMessage, outlookMessage } from './outlook-message';

/** In bytes; as of other letters. */
const maxMessageBytes = 200 * 1024 * 1024;
const deepest = 8;

/** E-mails as Outlook saves them (.msg), and those within them. */
export const msgReader: Reader = {
  format: 'msg',
  holdsOthers: true,
  recognises(file: GivenFile): boolean {
    if (!isCompoundFile(file.bytes)) return false;
    try {
      return isMessage(new CompoundFile(file.bytes));
    } catch {
      return false;
    }
  },
  async *read(file: GivenFile, options: ReadingOptions): AsyncGenerator<ReadItem> {
    requireSize(file.name, file.bytes.length, maxMessageBytes);
    const compound = await named(file.name, () => new CompoundFile(file.bytes));
    if (!isMessage(compound)) throw fileError('file-damaged', file.name, 'holds no message.');
    yield* messageItems(file.name, compound, compound.root, '', options);
  },
};

/** `key` counts the messages in each other, from 1: '2.1' is the first one in the second. */
async function* messageItems(
  name: string,
  compound: CompoundFile,
  storage: CompoundEntry,
  key: string,
  options: ReadingOptions,
): AsyncGenerator<ReadItem> {
  options.signal?.throwIfAborted();
  options.onProgress?.();
  const message = await named(name, () => outlookMessage(name, compound, storage));
  if (message.isEncrypted) {
    throw fileError(
      'file-encrypted',
      name,
      'is an encrypted letter. Save its text from your mail program and try again.',
    );
  }
  try {
    yield* letterItems(name, message.letter, key);
  } catch (thrown) {
    // One that only passes others on has nothing to say itself.
    const isEmpty = thrown instanceof ArchiveError && thrown.code === 'file-empty';
    if (!isEmpty || message.inner.length === 0) throw thrown;
  }
  if (key.split('.').length >= deepest) return;
  for (const [index, inner] of message.inner.entries()) {
    const innerKey = key === '' ? `${index + 1}` : `${key}.${index + 1}`;
    try {
      yield* messageItems(name, compound, inner, innerKey, options);
    } catch (thrown) {
      if (!(thrown instanceof ArchiveError) || thrown.code === 'cancelled') throw thrown;
      yield { kind: 'failed', name, error: thrown };
    }
  }
}
