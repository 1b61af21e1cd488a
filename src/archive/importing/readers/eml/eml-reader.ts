import { fileError, named, requireSize } from '../file-errors';
import { tidyLine } from '../markdown/hast';
import type { GivenFile, ReadItem, Reader, ReadingOptions } from '../reader';
import { writtenDate } from '../written-date';
import { isLetter, lettersHeaders } from './letter-headers';
import { letterItems, markdownOfLetter, type Letter } from './letter-items';
import { bytesOf, decodeWords, parsedLetter, type Email } from './mime';

/** In bytes; servers take 25 to 150 MB. */
const maxLetterBytes = 200 * 1024 * 1024;

/** Letters as mail programs save them (RFC 5322, MIME). */
export const emlReader: Reader = {
  format: 'eml',
  holdsOthers: true,
  recognises: (file: GivenFile) => isLetter(file.name, file.bytes),
  async *read(file: GivenFile, options: ReadingOptions): AsyncGenerator<ReadItem> {
    requireSize(file.name, file.bytes.length, maxLetterBytes);
    requireReadable(file);
    const letter = await named(file.name, () => parsedLetter(file.bytes, options.encoding));
    options.signal?.throwIfAborted();
    yield* letterItems(file.name, letterOf(letter));
  },
};

/** Throws 'file-encrypted' for letters that only their addressee's key opens. */
function requireReadable(file: GivenFile): void {
  const type = lettersHeaders(file.bytes).find(([name]) => name === 'content-type')?.[1] ?? '';
  const isLocked =
    /^multipart\/encrypted\b/i.test(type) ||
    (/^application\/(?:x-)?pkcs7-mime\b/i.test(type) && !/signed-data/i.test(type));
  if (isLocked) {
    throw fileError(
      'file-encrypted',
      file.name,
      'is an encrypted letter. Save its text from your mail program and try again.',
    );
  }
}

function headerOf(letter: Email, key: string): string {
  return letter.headers.find((header) => header.key === key)?.value ?? '';
}

function tagsOf(letter: Email): string[] {
  return decodeWords(headerOf(letter, 'keywords'))
    .split(/[,;，；]/)
    .map(tidyLine)
    .filter(Boolean);
}

function letterOf(letter: Email): Letter {
  return {
    subject: letter.subject ?? '',
    date: writtenDate(headerOf(letter, 'date')),
    tags: tagsOf(letter),
    html: letter.html ?? '',
    text: async () => markdownOfLetter(letter.text ?? ''),
    attachments: letter.attachments.map((attachment) => ({
      name: attachment.filename ?? '',
      type: attachment.mimeType,
      contentId: (attachment.contentId ?? '').replace(/^<|>$/g, ''),
      description: attachment.description ?? '',
      bytes: bytesOf(attachment),
    })),
  };
}
