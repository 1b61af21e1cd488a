/** What RTF is made of (RTF 1.9.1, "RTF Syntax"). */
export type Token =
  | { readonly kind: 'open' }
  | { readonly kind: 'close' }
  /** A control word; null where no number follows. */
  | { readonly kind: 'word'; readonly name: string; readonly value: number | null }
  /** A control symbol: the character behind the backslash. */
  | { readonly kind: 'symbol'; readonly name: string }
  /** A letter that was written in hexadecimal digits. */
  | { readonly kind: 'byte'; readonly byte: number }
  /** Letters as they stand in the file, without its line breaks. */
  | { readonly kind: 'bytes'; readonly bytes: Buffer }
  /** What follows `\bin`: no letters. */
  | { readonly kind: 'binary'; readonly bytes: Buffer };

const backslash = 0x5c;
const longestWord = 32;

/** Every byte is looked at once. What isn't well formed is text, or nothing. */
export function* tokensOf(buffer: Buffer): Generator<Token> {
  let at = 0;
  while (at < buffer.length) {
    const byte = buffer[at] ?? 0;
    if (byte === 0x7b || byte === 0x7d) {
      at++;
      yield byte === 0x7b ? { kind: 'open' } : { kind: 'close' };
    } else if (byte === 0x0d || byte === 0x0a || byte === 0) {
      at++;
    } else if (byte !== backslash) {
      const start = at;
      while (at < buffer.length && isLetter(buffer[at] ?? 0)) at++;
      yield { kind: 'bytes', bytes: buffer.subarray(start, at) };
    } else {
      at = yield* control(buffer, at + 1);
    }
  }
}

function isLetter(byte: number): boolean {
  return (
    byte !== 0x7b &&
    byte !== 0x7d &&
    byte !== backslash &&
    byte !== 0x0d &&
    byte !== 0x0a &&
    byte !== 0
  );
}

/** Gives where it ends. `start` lies behind the backslash. */
function* control(buffer: Buffer, start: number): Generator<Token, number> {
  let at = start;
  while (at < buffer.length && at - start < longestWord && isAlpha(buffer[at] ?? 0)) at++;
  if (at === start) return yield* symbol(buffer, start);
  const name = buffer.toString('latin1', start, at);
  let value: number | null = null;
  const isNegative = buffer[at] === 0x2d;
  const digits = isNegative ? at + 1 : at;
  let end = digits;
  while (end - digits < 10 && isDigit(buffer[end] ?? 0)) end++;
  if (end > digits) {
    value = Number(buffer.toString('latin1', digits, end)) * (isNegative ? -1 : 1);
    at = end;
  }
  // The blank behind a word belongs to it.
  if (buffer[at] === 0x20) at++;
  if (name === 'bin' && value !== null && value > 0) {
    yield { kind: 'binary', bytes: buffer.subarray(at, at + value) };
    return at + value;
  }
  yield { kind: 'word', name, value };
  return at;
}

function* symbol(buffer: Buffer, at: number): Generator<Token, number> {
  const byte = buffer[at];
  if (byte === undefined) return at;
  if (byte === 0x27) {
    const value = Number.parseInt(buffer.toString('latin1', at + 1, at + 3), 16);
    if (Number.isNaN(value)) return at + 1;
    yield { kind: 'byte', byte: value };
    return at + 3;
  }
  yield { kind: 'symbol', name: String.fromCharCode(byte) };
  return at + 1;
}

function isAlpha(byte: number): boolean {
  return (byte >= 0x61 && byte <= 0x7a) || (byte >= 0x41 && byte <= 0x5a);
}

function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39;
}
