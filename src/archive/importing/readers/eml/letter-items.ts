import type { IsoDate } from '../../../../shared/release';
import { inspectPhoto } from '../../../photos/photo-inspection';
import { fileError, named, shortName } from '../file-errors';
import { unescaped } from '../local-path';
import { tidyLine } from '../markdown/hast';
import { markdownOf, type MarkdownWithImages } from '../markdown/markdown-of';
import { nameOf } from '../markdown/pictures';
import { withoutTitle } from '../markdown/without-title';
import type { GivenFile, ReadImage, ReadItem, ReadRemark } from '../reader';
import { markdownOfText } from '../text/plain-text';
import { lettersHeaders } from './letter-headers';
import { decodeWords } from './mime';
import { plainSubject } from './subject';

/** What came with a letter; '' for what it doesn't say. */
export interface LetterAttachment {
  readonly name: string;
  /** In small letters. */
  readonly type: string;
  /** Without its brackets. */
  readonly contentId: string;
  readonly description: string;
  readonly bytes: Uint8Array;
}

/** A letter, whichever program kept it. */
export interface Letter {
  readonly subject: string;
  readonly date: IsoDate | null;
  readonly tags: readonly string[];
  /** '' where it has none. */
  readonly html: string;
  /** Its text as Markdown, for where there is no HTML. */
  readonly text: () => Promise<string>;
  readonly attachments: readonly LetterAttachment[];
}

/** Attachments that hold a text, or other files. */
const textual =
  /\.(?:do[ct][xm]?|wps|pdf|html?|xhtml|mht|mhtml|txt|text|md|markdown|eml|msg|rtf|f?odt|zip)$/i;
const textualTypes = new Map([
  ['text/plain', 'txt'],
  ['text/html', 'html'],
  ['text/markdown', 'md'],
  ['application/pdf', 'pdf'],
  ['application/msword', 'doc'],
  ['application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'docx'],
  ['application/rtf', 'rtf'],
  ['text/rtf', 'rtf'],
  ['application/vnd.oasis.opendocument.text', 'odt'],
  ['application/vnd.ms-outlook', 'msg'],
  ['application/zip', 'zip'],
]);

/**
 * The release that a letter is, and the files that came with it. `key` tells it apart from letters around
 * it. Throws 'file-empty' for one without either.
 */
export async function* letterItems(
  fileName: string,
  letter: Letter,
  key = '',
): AsyncGenerator<ReadItem> {
  const { body, unused } = await named(fileName, () => bodyOf(letter));
  const title = plainSubject(letter.subject);
  const attached = attachedImages(unused, body.images.length);
  const files = unused.map(fileOf).filter((found) => found !== null);
  if (title !== '' || body.markdown !== '') {
    yield {
      kind: 'release',
      release: {
        key,
        title,
        byline: '',
        publicationDate: letter.date,
        status: 'filed',
        tags: letter.tags,
        body: withoutTitle(body.markdown, title),
        images: [...body.images, ...attached.images],
        remarks: remarksOf(body.remarks, attached.unreadable),
      },
    };
  } else {
    for (const { fileName: name, bytes } of [...body.images, ...attached.images]) {
      yield { kind: 'file', file: { name, bytes } };
    }
    if (attached.images.length + files.length === 0) {
      throw fileError('file-empty', fileName, 'holds neither a text nor a file.');
    }
  }
  for (const found of files) yield { kind: 'file', file: found };
}

interface LetterBody {
  readonly body: MarkdownWithImages;
  /** Attachments that don't stand in the text. */
  readonly unused: readonly LetterAttachment[];
}

async function bodyOf(letter: Letter): Promise<LetterBody> {
  if (letter.html.trim() !== '') {
    const used = new Set<LetterAttachment>();
    const body = await markdownOf(letter.html, {
      findPicture: async (source) => {
        const found = letter.attachments.find((attachment) => isNamed(attachment, source));
        if (found === undefined) return null;
        used.add(found);
        return { name: found.name, bytes: found.bytes };
      },
    });
    const unused = letter.attachments.filter((attachment) => !used.has(attachment));
    if (body.markdown !== '' || body.images.length > 0) return { body, unused };
  }
  const markdown = await letter.text();
  return { body: { markdown, images: [], remarks: [] }, unused: letter.attachments };
}

function isNamed({ name, contentId }: LetterAttachment, source: string): boolean {
  if (!/^cid:/i.test(source)) return name !== '' && name === source;
  const wanted = source.slice(4);
  return (
    contentId !== '' &&
    (contentId === wanted ||
      encodeURIComponent(contentId) === wanted ||
      contentId === unescaped(wanted))
  );
}

/** Plain text as Markdown; the line that opens a signature (RFC 3676, 4.3) ends the paragraph before it. */
export function markdownOfLetter(text: string): string {
  return markdownOfText(text.replaceAll(/(^|\n)-- ?\r?\n/g, '$1\n'));
}

function attachedImages(
  attachments: readonly LetterAttachment[],
  already: number,
): { readonly images: readonly ReadImage[]; readonly unreadable: number } {
  const images: ReadImage[] = [];
  let unreadable = 0;
  for (const attachment of attachments) {
    const { bytes } = attachment;
    const photo = inspectPhoto(bytes);
    if (photo !== null) {
      const fileName = nameOf(attachment.name, photo.format, already + images.length);
      const caption = tidyLine(attachment.description);
      images.push({ fileName, bytes, caption, altText: '', creditLine: '' });
    } else if (attachment.type.startsWith('image/')) unreadable++;
  }
  return { images, unreadable };
}

function fileOf(attachment: LetterAttachment, index: number): GivenFile | null {
  const { bytes, type } = attachment;
  if (bytes.length === 0 || inspectPhoto(bytes) !== null) return null;
  const name = tidyLine(shortName(attachment.name));
  if (type === 'message/rfc822') {
    return { name: letterName(bytes) ?? (name === '' ? `message-${index + 1}.eml` : name), bytes };
  }
  if (textual.test(name)) return { name, bytes };
  const ending = textualTypes.get(type);
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
