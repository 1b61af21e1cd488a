import iconv from 'iconv-lite';
import type { IsoDate } from '../../../../shared/release';
import type { CompoundEntry, CompoundFile } from '../compound/compound-file';
import { lettersHeaders } from '../eml/letter-headers';
import { markdownOfLetter, type Letter, type LetterAttachment } from '../eml/letter-items';
import { decodeHtml } from '../html/decode-html';
import { markdownOf } from '../markdown/markdown-of';
import { encodingOfCodePage } from '../office/code-pages';
import { RtfText } from '../rtf/rtf-text';
import { writtenDate } from '../written-date';
import { unpackedRtf } from './compressed-rtf';

/** Numbers of properties (MS-OXPROPS). */
const property = {
  messageClass: '001A',
  subject: '0037',
  sent: '0039',
  headers: '007D',
  delivered: '0E06',
  body: '1000',
  rtf: '1009',
  html: '1013',
  attachment: '3701',
  shortName: '3704',
  longName: '3707',
  type: '370E',
  contentId: '3712',
  codePage: '3FDE',
  messageCodePage: '3FFD',
} as const;

const properties = '__properties_version1.0';
/** Before the properties of a message; one within another has less. */
const headerBytes = { outermost: 32, inner: 24 } as const;
const entryBytes = 16;
const mostAttachments = 2000;
/** Milliseconds from 1601 to 1970. */
const epoch = 11_644_473_600_000;

/** A message of Outlook, and the messages that came with it. */
interface OutlookMessage {
  readonly letter: Letter;
  readonly isEncrypted: boolean;
  readonly inner: readonly CompoundEntry[];
}

export function isMessage(compound: CompoundFile): boolean {
  return compound.root.children.has(properties);
}

/** Reads a storage as a message (MS-OXMSG); what isn't there is '' or null. */
export function outlookMessage(
  fileName: string,
  compound: CompoundFile,
  storage: CompoundEntry,
): OutlookMessage {
  const message = new Properties(compound, storage);
  const attachments: LetterAttachment[] = [];
  const inner: CompoundEntry[] = [];
  for (const [name, entry] of storage.children) {
    if (!name.startsWith('__attach_version1.0_')) continue;
    if (attachments.length + inner.length >= mostAttachments) break;
    const embedded = entry.children.get(`__substg1.0_${property.attachment}000d`);
    if (embedded?.kind === 'storage') {
      if (embedded.children.has(properties)) inner.push(embedded);
    } else attachments.push(attachmentOf(new Properties(compound, entry, message.encoding)));
  }
  const messageClass = message.text(property.messageClass);
  return {
    letter: {
      subject: message.text(property.subject),
      date: dateOf(message),
      tags: [],
      html: htmlOf(fileName, message),
      text: () => textOf(message),
      attachments,
    },
    isEncrypted: /\.SMIME$/i.test(messageClass),
    inner,
  };
}

/** The properties of a storage: texts and bytes in streams of their own, numbers in one of all. */
class Properties {
  readonly encoding: string;
  readonly #compound: CompoundFile;
  readonly #storage: CompoundEntry;

  constructor(compound: CompoundFile, storage: CompoundEntry, encoding?: string) {
    this.#compound = compound;
    this.#storage = storage;
    const page =
      this.number(property.messageCodePage, 0x0003) ?? this.number(property.codePage, 0x0003);
    this.encoding = encoding ?? encodingOfCodePage(page ?? 1252) ?? 'windows-1252';
  }

  text(id: string): string {
    const wide = this.bytes(id, '001F');
    if (wide !== null) return withoutEnd(wide.toString('utf16le'));
    const narrow = this.bytes(id, '001E');
    return narrow === null ? '' : withoutEnd(iconv.decode(narrow, this.encoding));
  }

  bytes(id: string, type: string): Buffer | null {
    return this.#compound.streamIn(this.#storage, `__substg1.0_${id}${type}`);
  }

  /** null where it isn't there. A moment has 64 bits, other numbers 32. */
  number(id: string, type: 0x0003 | 0x0040): number | null {
    const stream = this.#compound.streamIn(this.#storage, properties);
    if (stream === null) return null;
    const wanted = (Number.parseInt(id, 16) * 0x10000 + type) >>> 0;
    const isOutermost = this.#storage === this.#compound.root;
    const start = isOutermost ? headerBytes.outermost : headerBytes.inner;
    for (let at = start; at + entryBytes <= stream.length; at += entryBytes) {
      if (stream.readUInt32LE(at) !== wanted) continue;
      return type === 0x0003
        ? stream.readUInt32LE(at + 8)
        : Number(stream.readBigUInt64LE(at + 8) / 10_000n);
    }
    return null;
  }
}

/**
 * The day in the letter's own header, as its writer had it. What an office sent itself has none, only a
 * moment; its day is that of this computer, which is the office's.
 */
function dateOf(message: Properties): IsoDate | null {
  const headers = lettersHeaders(Buffer.from(message.text(property.headers), 'latin1'));
  const header = headers.find(([name]) => name === 'date')?.[1];
  const written = header === undefined ? null : writtenDate(header);
  if (written !== null) return written;
  const moment =
    message.number(property.sent, 0x0040) ?? message.number(property.delivered, 0x0040);
  if (moment === null || moment <= epoch) return null;
  const day = new Date(moment - epoch);
  if (Number.isNaN(day.getTime())) return null;
  const two = (value: number): string => String(value).padStart(2, '0');
  return writtenDate(`${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`);
}

function htmlOf(fileName: string, message: Properties): string {
  const bytes = message.bytes(property.html, '0102');
  if (bytes === null || bytes.length === 0) return message.text(property.html);
  const page = message.number(property.codePage, 0x0003);
  const encoding = page === null ? null : encodingOfCodePage(page);
  return decodeHtml(fileName, bytes, null, encoding ?? '').text;
}

/** Rich text says what is bold and where links lead; plain text is there in any case. */
async function textOf(message: Properties): Promise<string> {
  const packed = message.bytes(property.rtf, '0102');
  if (packed !== null) {
    const rtf = new RtfText();
    rtf.read(unpackedRtf(packed), () => undefined);
    const { markdown } = await markdownOf(rtf.document.finished(), {
      findPicture: async () => null,
    });
    if (markdown !== '') return markdown;
  }
  return markdownOfLetter(message.text(property.body));
}

function attachmentOf(attachment: Properties): LetterAttachment {
  return {
    name: attachment.text(property.longName) || attachment.text(property.shortName),
    type: attachment.text(property.type).trim().toLowerCase(),
    contentId: attachment.text(property.contentId).replace(/^<|>$/g, ''),
    description: '',
    bytes: new Uint8Array(attachment.bytes(property.attachment, '0102') ?? []),
  };
}

function withoutEnd(text: string): string {
  return text.replace(/\0+$/, '');
}
