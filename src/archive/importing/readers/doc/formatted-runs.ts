import { indexAt, plcOf, type Plc } from './plc';

const pageBytes = 512;
/** Of a paragraph's entry: where its list lies, and heights that old programs kept there. */
const paragraphEntryBytes = 13;

/** Text of one look. `end` is an offset in the stream `WordDocument`. */
export interface FormattedRun {
  readonly end: number;
  /** Where its list lies in the stream; the same for runs that share one. 0: nowhere. */
  readonly listAt: number;
  readonly list: Buffer;
  /** The number of its style; of paragraphs. */
  readonly style: number;
}

const nothing = Buffer.alloc(0);

/**
 * What letters and paragraphs are, by where they lie in the stream `WordDocument` (MS-DOC, 2.9.33 and
 * 2.9.175): pages of 512 bytes, found by the first offset of each.
 */
export class FormattedRuns {
  readonly #stream: Buffer;
  readonly #pages: Plc;
  readonly #ofParagraphs: boolean;

  constructor(stream: Buffer, pages: Buffer, ofParagraphs: boolean) {
    this.#stream = stream;
    this.#pages = plcOf(pages, 4);
    this.#ofParagraphs = ofParagraphs;
  }

  /** The run in which an offset lies; it ends behind the offset, whatever the page says. */
  at(offset: number): FormattedRun {
    const index = indexAt(this.#pages, offset);
    const number = index < 0 ? -1 : this.#pages.data(index).readUIntLE(0, 3) & 0x3fffff;
    const start = number * pageBytes;
    if (number < 0 || start + pageBytes > this.#stream.length) {
      return unformatted(Math.max(offset + 1, this.#pages.position(index + 1)));
    }
    const page = this.#stream.subarray(start, start + pageBytes);
    const entryBytes = this.#ofParagraphs ? paragraphEntryBytes : 1;
    const count = Math.min(page[pageBytes - 1] ?? 0, Math.floor(507 / (4 + entryBytes)));
    let low = 0;
    let high = count;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (page.readUInt32LE(middle * 4) <= offset) low = middle + 1;
      else high = middle;
    }
    if (low === 0) return unformatted(Math.max(offset + 1, page.readUInt32LE(0)));
    const end = page.readUInt32LE(low * 4);
    if (end <= offset) return unformatted(Math.max(offset + 1, this.#pages.position(index + 1)));
    const entry = (page[(count + 1) * 4 + (low - 1) * entryBytes] ?? 0) * 2;
    if (entry === 0) return unformatted(end);
    return this.#ofParagraphs
      ? paragraphRun(page, entry, start, end)
      : letterRun(page, entry, start, end);
  }
}

function unformatted(end: number): FormattedRun {
  return { end, listAt: 0, list: nothing, style: 0 };
}

function letterRun(page: Buffer, entry: number, start: number, end: number): FormattedRun {
  const size = page[entry] ?? 0;
  const list = page.subarray(entry + 1, entry + 1 + size);
  return { end, listAt: start + entry, list, style: 0 };
}

function paragraphRun(page: Buffer, entry: number, start: number, end: number): FormattedRun {
  const said = page[entry] ?? 0;
  const at = said === 0 ? entry + 2 : entry + 1;
  const size = said === 0 ? (page[entry + 1] ?? 0) * 2 : said * 2 - 1;
  const whole = page.subarray(at, at + size);
  if (whole.length < 2) return unformatted(end);
  return { end, listAt: start + entry, list: whole.subarray(2), style: whole.readUInt16LE(0) };
}
