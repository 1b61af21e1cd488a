import { inspectPhoto } from '../../../photos/photo-inspection';
import { fileError, named, requireSize, shortName } from '../file-errors';
import { unescaped } from '../local-path';
import { tidyLine } from '../markdown/hast';
import { markdownOf, type MarkdownWithImages } from '../markdown/markdown-of';
import { nameOf } from '../markdown/pictures';
import { withoutTitle } from '../markdown/without-title';
import type { GivenFile, ReadImage, ReadItem, ReadRemark, Reader, ReadingOptions } from '../reader';
import { markdownOfText } from '../text/plain-text';
import { writtenDate } from '../written-date';
import { isLetter, lettersHeaders } from './letter-headers';
import { bytesOf, decodeWords, parsedLetter, type Attachment, type Email } from './mime';
import { plainSubject } from './subject';

/** In bytes; servers take 25 to 150 MB. */
const maxLetterBytes = 200 * 1024 * 1024;
/** Attachments that hold a text, or other files. */
const textual = /\.(?:docx?|docm|pdf|html?|xhtml|txt|text|md|markdown|eml|msg|rtf|odt|zip)$/i;
const textualTypes = new Map([
  ['text/plain', 'txt'],
  ['text/html', 'html'],
  ['text/markdown', 'md'],
  ['application/pdf', 'pdf'],
  ['application/msword', 'doc'],
  ['application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'docx'],
  ['application/zip', 'zip'],
]);

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
    const { body, unused } = await named(file.name, () => bodyOf(letter));
    const title = plainSubject(letter.subject ?? '');
    const attached = attachedImages(unused, body.images.length);
    const files = unused.map(fileOf).filter((found) => found !== null);
    if (title !== '' || body.markdown !== '') {
      yield {
        kind: 'release',
        release: {
          key: '',
          title,
          byline: '',
          publicationDate: writtenDate(headerOf(letter, 'date')),
          status: 'filed',
          tags: tagsOf(letter),
          body: withoutTitle(body.markdown, title),
          images: [...body.images, ...attached.images],
          remarks: remarksOf(body.remarks, attached.unreadable),
        },
      };
    } else {
      for (const { fileName, bytes } of [...body.images, ...attached.images]) {
        yield { kind: 'file', file: { name: fileName, bytes } };
      }
      if (attached.images.length + files.length === 0) {
        throw fileError('file-empty', file.name, 'holds neither a text nor a file.');
      }
    }
    for (const found of files) yield { kind: 'file', file: found };
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

interface LetterBody {
  readonly body: MarkdownWithImages;
  /** Attachments that don't stand in the text. */
  readonly unused: readonly Attachment[];
}

async function bodyOf(letter: Email): Promise<LetterBody> {
  const html = letter.html ?? '';
  if (html.trim() !== '') {
    const used = new Set<Attachment>();
    const body = await markdownOf(html, {
      findPicture: async (source) => {
        const found = letter.attachments.find((attachment) => isNamed(attachment, source));
        if (found === undefined) return null;
        used.add(found);
        return { name: found.filename ?? '', bytes: bytesOf(found) };
      },
    });
    const unused = letter.attachments.filter((attachment) => !used.has(attachment));
    if (body.markdown !== '' || body.images.length > 0) return { body, unused };
  }
  const markdown = markdownOfText(withSignatureApart(letter.text ?? ''));
  return { body: { markdown, images: [], remarks: [] }, unused: letter.attachments };
}

function isNamed(attachment: Attachment, source: string): boolean {
  if (!/^cid:/i.test(source)) return attachment.filename !== null && attachment.filename === source;
  const id = (attachment.contentId ?? '').replace(/^<|>$/g, '');
  const wanted = source.slice(4);
  return (
    id !== '' && (id === wanted || encodeURIComponent(id) === wanted || id === unescaped(wanted))
  );
}

/** The line that opens a signature (RFC 3676, 4.3) ends the paragraph before it. */
function withSignatureApart(text: string): string {
  return text.replaceAll(/(^|\n)-- ?\r?\n/g, '$1\n');
}

function attachedImages(
  attachments: readonly Attachment[],
  already: number,
): { readonly images: readonly ReadImage[]; readonly unreadable: number } {
  const images: ReadImage[] = [];
  let unreadable = 0;
  for (const attachment of attachments) {
    const bytes = bytesOf(attachment);
    const photo = inspectPhoto(bytes);
    if (photo !== null) {
      const fileName = nameOf(attachment.filename ?? '', photo.format, already + images.length);
      const caption = tidyLine(attachment.description ?? '');
      images.push({ fileName, bytes, caption, altText: '', creditLine: '' });
    } else if (attachment.mimeType.startsWith('image/')) unreadable++;
  }
  return { images, unreadable };
}

function fileOf(attachment: Attachment, index: number): GivenFile | null {
  const bytes = bytesOf(attachment);
  if (bytes.length === 0 || inspectPhoto(bytes) !== null) return null;
  const name = tidyLine(shortName(attachment.filename ?? ''));
  if (attachment.mimeType === 'message/rfc822') {
    return { name: letterName(bytes) ?? (name === '' ? `message-${index + 1}.eml` : name), bytes };
  }
  if (textual.test(name)) return { name, bytes };
  const ending = textualTypes.get(attachment.mimeType);
  if (ending === undefined) return null;
  return { name: `${name === '' ? `attachment-${index + 1}` : name}.${ending}`, bytes };
}

function letterName(bytes: Uint8Array): string | null {
  const header = lettersHeaders(bytes).find(([name]) => name === 'subject')?.[1] ?? '';
  const decoded = decodeWords(Buffer.from(header, 'latin1').toString('utf8'));
  const subject = tidyLine(decoded.replaceAll(/[\\/:*?"<>|]+/g, ' ')).slice(0, 120);
  return subject === '' ? null : `${subject}.eml`;
}

function remarksOf(remarks: readonly ReadRemark[], unreadable: number): readonly ReadRemark[] {
  const before = remarks.find(({ code }) => code === 'pictures-unreadable')?.count ?? 0;
  const others = remarks.filter(({ code }) => code !== 'pictures-unreadable');
  const count = before + unreadable;
  return count === 0 ? others : [...others, { code: 'pictures-unreadable', count }];
}
