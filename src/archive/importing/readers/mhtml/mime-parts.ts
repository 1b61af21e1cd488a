import { lettersHeaders, type LetterHeader } from '../eml/letter-headers';

/** A part that holds no others. */
export interface MimePart {
  /** In small letters, without parameters. */
  readonly type: string;
  /** '' where it's not said. */
  readonly charset: string;
  /** Content-ID without its brackets; '' where there is none. */
  readonly id: string;
  /** Content-Location, without blanks; '' where there is none. */
  readonly location: string;
  readonly fileName: string;
  /** Decoded. */
  readonly bytes: Uint8Array;
}

const deepest = 8;
/** A page of a newspaper has a few hundred. */
const mostParts = 5000;

/** The parts of a MIME message in their order (RFC 2046), and which of them it says is the first. */
export function partsOf(bytes: Uint8Array): {
  readonly parts: readonly MimePart[];
  readonly start: string;
} {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts: MimePart[] = [];
  collect(buffer, 0, parts);
  const [type] = headersOf(buffer, 'content-type');
  return { parts, start: withoutBrackets(parameterOf(type ?? '', 'start')) };
}

function collect(message: Buffer, depth: number, parts: MimePart[]): void {
  if (parts.length >= mostParts) return;
  const headers = lettersHeaders(message);
  const type = valueOf(headers, 'content-type');
  const body = bodyOf(message);
  const boundary = parameterOf(type, 'boundary');
  if (/^multipart\//i.test(type) && boundary !== '') {
    if (depth >= deepest) return;
    for (const part of split(body, boundary)) collect(part, depth + 1, parts);
    return;
  }
  parts.push({
    type: (type.split(';')[0] ?? '').trim().toLowerCase() || 'text/plain',
    charset: parameterOf(type, 'charset'),
    id: withoutBrackets(valueOf(headers, 'content-id')),
    location: valueOf(headers, 'content-location').replaceAll(/\s+/g, ''),
    fileName:
      parameterOf(valueOf(headers, 'content-disposition'), 'filename') || parameterOf(type, 'name'),
    bytes: decoded(body, valueOf(headers, 'content-transfer-encoding')),
  });
}

function headersOf(message: Buffer, name: string): readonly string[] {
  return lettersHeaders(message).flatMap(([header, value]) => (header === name ? [value] : []));
}

function valueOf(headers: readonly LetterHeader[], name: string): string {
  return headers.find(([header]) => header === name)?.[1] ?? '';
}

/** Of a field like `text/html; charset="utf-8"`; '' where it isn't there. */
function parameterOf(field: string, name: string): string {
  const found = new RegExp(`;\\s*${name}\\s*=\\s*(?:"([^"]{0,2000})"|([^\\s;]{1,2000}))`, 'i').exec(
    field.slice(0, 8000),
  );
  return found?.[1] ?? found?.[2] ?? '';
}

function withoutBrackets(id: string): string {
  return id.trim().replace(/^<|>$/g, '');
}

/** What follows the first blank line; blank lines at the very top are passed over. */
function bodyOf(message: Buffer): Buffer {
  let at = 0;
  while (message[at] === 0x0d || message[at] === 0x0a) at++;
  // A part without headers begins with its blank line.
  if (at > 0 && lettersHeaders(message).length === 0) return message.subarray(at);
  const windows = message.indexOf('\r\n\r\n', at, 'latin1');
  const unix = message.indexOf('\n\n', at, 'latin1');
  if (windows !== -1 && (unix === -1 || windows < unix)) return message.subarray(windows + 4);
  return unix === -1 ? message.subarray(message.length) : message.subarray(unix + 2);
}

function* split(body: Buffer, boundary: string): Generator<Buffer> {
  const mark = Buffer.from(`--${boundary}`, 'latin1');
  let start = -1;
  let at = body.indexOf(mark);
  while (at !== -1) {
    const end = at + mark.length;
    const isAtLine = at === 0 || body[at - 1] === 0x0a || body[at - 1] === 0x0d;
    const isLast = body[end] === 0x2d && body[end + 1] === 0x2d;
    const next = body[end];
    const isWhole = isLast || next === undefined || next <= 0x20;
    if (isAtLine && isWhole) {
      if (start !== -1) yield withoutLastBreak(body.subarray(start, at));
      if (isLast) return;
      const line = body.indexOf(0x0a, end);
      start = line === -1 ? body.length : line + 1;
    }
    at = body.indexOf(mark, end);
  }
  // A file that was cut off keeps what came of its last part.
  if (start !== -1 && start < body.length) yield body.subarray(start);
}

/** The break before a boundary belongs to the boundary. */
function withoutLastBreak(part: Buffer): Buffer {
  const end = part.at(-1) === 0x0a ? part.length - 1 : part.length;
  return part.subarray(0, part[end - 1] === 0x0d ? end - 1 : end);
}

function decoded(body: Buffer, encoding: string): Uint8Array {
  switch (encoding.trim().toLowerCase()) {
    case 'base64':
      return new Uint8Array(Buffer.from(body.toString('latin1'), 'base64'));
    case 'quoted-printable':
      return unquoted(body);
    default:
      return new Uint8Array(body);
  }
}

/** Quoted-printable (RFC 2045, 6.7); what isn't well formed stays as it is. */
function unquoted(body: Buffer): Uint8Array {
  const bytes = new Uint8Array(body.length);
  let length = 0;
  for (let at = 0; at < body.length; at++) {
    const byte = body[at] ?? 0;
    if (byte !== 0x3d) {
      bytes[length++] = byte;
      continue;
    }
    const value = hex(body[at + 1]) * 16 + hex(body[at + 2]);
    if (!Number.isNaN(value)) {
      bytes[length++] = value;
      at += 2;
      continue;
    }
    let end = at + 1;
    while (body[end] === 0x20 || body[end] === 0x09) end++;
    if (body[end] === 0x0d && body[end + 1] === 0x0a) at = end + 1;
    else if (body[end] === 0x0a || end >= body.length) at = end;
    else bytes[length++] = byte;
  }
  return bytes.slice(0, length);
}

function hex(byte = 0): number {
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const letter = byte | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : Number.NaN;
}
