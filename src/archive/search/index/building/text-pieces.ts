import { Buffer } from 'node:buffer';

/** Bytes of memory that is taken at once. */
const pieceLength = 1 << 21;
const mostBytesOfUnit = 3;

/**
 * UTF-8 texts behind one another, in memory that stays where it is. Where threads read them it is
 * shared: handed over instead, it would make V8 look at every access to any array whether its memory is
 * still there.
 */
export class TextPieces {
  readonly #isShared: boolean;
  #piece: Buffer = Buffer.alloc(0);
  #start = 0;
  #end = 0;

  constructor(isShared: boolean) {
    this.#isShared = isShared;
  }

  /** Bytes since the last `take`. */
  get length(): number {
    return this.#end - this.#start;
  }

  /** Whether so many UTF-16 code units still fit beside what was written since the last `take`. */
  hasRoom(units: number): boolean {
    return this.#end + units * mostBytesOfUnit <= this.#piece.length;
  }

  /** Room for so many UTF-16 code units; what was written before must have been taken. */
  makeRoom(units: number): void {
    if (this.hasRoom(units)) return;
    const length = Math.max(pieceLength, units * mostBytesOfUnit);
    this.#piece = this.#isShared
      ? Buffer.from(new SharedArrayBuffer(length))
      : Buffer.allocUnsafeSlow(length);
    this.#start = 0;
    this.#end = 0;
  }

  write(text: string): void {
    this.#end += this.#piece.write(text, this.#end, 'utf8');
  }

  /** What was written since the last time. */
  take(): Uint8Array {
    const { buffer, byteOffset } = this.#piece;
    const taken = new Uint8Array(buffer, byteOffset + this.#start, this.length);
    this.#start = this.#end;
    return taken;
  }
}
