import iconv from 'iconv-lite';
import PostalMime, { decodeWords, type Attachment, type Email } from 'postal-mime';
import { decodeText } from '../../text-encoding';

/** Parses a letter. Letters inside of it stay attachments. */
export async function parsedLetter(bytes: Uint8Array, chosen: string | null): Promise<Email> {
  return PostalMime.parse(inUtf8(bytes, chosen), {
    forceRfc822Attachments: true,
    maxNestingDepth: 64,
    maxRfc822NestingDepth: 0,
  });
}

/** A letter with bytes beyond ASCII that names no encoding, in UTF-8, which is what the parser assumes. */
function inUtf8(bytes: Uint8Array, chosen: string | null): Uint8Array {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (/charset\s*=/i.test(buffer.toString('latin1', 0, 256 * 1024))) return bytes;
  if (bytes.every((byte) => byte < 0x80)) return bytes;
  const decoded = decodeText(bytes, chosen ?? undefined);
  return decoded.ok && decoded.encoding !== 'utf-8' ? iconv.encode(decoded.text, 'utf-8') : bytes;
}

export function bytesOf({ content }: Attachment): Uint8Array {
  return typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content);
}

export { decodeWords };
export type { Attachment, Email };
