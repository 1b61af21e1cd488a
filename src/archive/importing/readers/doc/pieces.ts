import iconv from 'iconv-lite';
import { indexAt, plcOf, type Plc } from './plc';

/** A stretch of text that lies in one place. `start` and `end` count characters of the document. */
export interface Piece {
  readonly start: number;
  readonly end: number;
  /** In bytes, in the stream `WordDocument`. */
  readonly offset: number;
  /** UTF-16, not Windows-1252. */
  readonly isWide: boolean;
}

/** The text of a document in its order (MS-DOC, 2.9.38). */
export class Pieces {
  readonly #stream: Buffer;
  readonly #plc: Plc;

  /** Throws an Error where there is no list of pieces. */
  constructor(stream: Buffer, clx: Buffer) {
    this.#stream = stream;
    this.#plc = plcOf(piecesOf(clx), 8);
    if (this.#plc.count === 0) throw new Error('no pieces');
  }

  /** The piece in which a character lies; null behind the last one. */
  at(position: number): Piece | null {
    const index = indexAt(this.#plc, position);
    if (index < 0 || index >= this.#plc.count) return null;
    const start = this.#plc.position(index);
    const end = this.#plc.position(index + 1);
    if (end <= position) return null;
    const place = this.#plc.data(index).readUInt32LE(2);
    const isWide = (place & 0x40000000) === 0;
    const offset = place & 0x3fffffff;
    return { start, end, isWide, offset: isWide ? offset : offset >>> 1 };
  }

  /** From `start` to `end`, both within the piece; shorter where the stream ends before. */
  text(piece: Piece, start: number, end: number): string {
    const from = offsetIn(piece, start);
    const bytes = this.#stream.subarray(from, offsetIn(piece, end));
    return piece.isWide ? bytes.toString('utf16le') : iconv.decode(bytes, 'windows-1252');
  }
}

export function offsetIn(piece: Piece, position: number): number {
  return piece.offset + (position - piece.start) * (piece.isWide ? 2 : 1);
}

export function positionIn(piece: Piece, offset: number): number {
  return piece.start + Math.floor((offset - piece.offset) / (piece.isWide ? 2 : 1));
}

/** Behind modifications that quick saves left. */
function piecesOf(clx: Buffer): Buffer {
  let at = 0;
  while (at + 5 <= clx.length) {
    if (clx[at] === 2) return clx.subarray(at + 5, at + 5 + clx.readUInt32LE(at + 1));
    if (clx[at] !== 1) break;
    at += 3 + clx.readUInt16LE(at + 1);
  }
  return clx.subarray(0, 0);
}
