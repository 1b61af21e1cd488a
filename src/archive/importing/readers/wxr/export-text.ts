import iconv from 'iconv-lite';

const pieceBytes = 512 * 1024;

/** The text of an export piece by piece, in the encoding that it declares (UTF-8 where it says none). */
export function* textPieces(bytes: Uint8Array, forced: string | null): Generator<string> {
  const decoder = iconv.getDecoder(forced ?? declaredEncoding(bytes));
  for (let at = 0; at < bytes.length; at += pieceBytes) {
    const piece = bytes.subarray(at, at + pieceBytes);
    const text = decoder.write(Buffer.from(piece.buffer, piece.byteOffset, piece.length));
    yield at === 0 ? text.replace(/^\ufeff?\s+(?=<\?xml)/, '') : text;
  }
  const rest = decoder.end();
  if (rest !== undefined && rest !== '') yield rest;
}

function declaredEncoding(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const head = beginningOf(bytes, 200);
  const name = /^(?:\xef\xbb\xbf)?\s*<\?xml[^>]*?encoding\s*=\s*["']([\w.:-]+)["']/.exec(head)?.[1];
  // Eight-bit text can't be UTF-16, whatever it says.
  return name !== undefined && iconv.encodingExists(name) && !/^utf-?16/i.test(name)
    ? name
    : 'utf-8';
}

/** As Latin-1, UTF-16 without its zeros: enough to know tags by. */
export function beginningOf(bytes: Uint8Array, length: number): string {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(length, bytes.length));
  return start.toString('latin1').replaceAll('\0', '');
}
