import { closeSync, openSync, readSync, writeSync } from 'node:fs';
import type { CorpusDocument } from '../../material/corpus-document';
import type { TextSource } from '../our-search';

interface Piece {
  readonly start: number;
  readonly bytes: number;
}

/** Releases in one file, as the store keeps their texts: read when a snippet is cut from them. */
export class BodyFile implements TextSource {
  readonly #file: number;
  readonly #pieces = new Map<string, Piece>();
  #end = 0;

  constructor(path: string) {
    this.#file = openSync(path, 'w+');
  }

  put(document: CorpusDocument): void {
    const packed = Buffer.from(JSON.stringify(document));
    writeSync(this.#file, packed, 0, packed.length, this.#end);
    this.#pieces.set(document.id, { start: this.#end, bytes: packed.length });
    this.#end += packed.length;
  }

  textOf(id: string): CorpusDocument {
    const piece = this.#pieces.get(id);
    if (piece === undefined) throw new Error(`There is no text of ${id}.`);
    const packed = Buffer.allocUnsafe(piece.bytes);
    readSync(this.#file, packed, 0, piece.bytes, piece.start);
    return JSON.parse(packed.toString('utf8')) as CorpusDocument;
  }

  close(): void {
    closeSync(this.#file);
  }
}
