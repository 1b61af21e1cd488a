import { textOf } from '../markdown/hast';
import { FlatDocument, plainShape, type Marks, type ParagraphShape } from '../office/flat-document';
import type { GivenFile } from '../reader';
import { addressIn } from '../office/field';
import type { FileInformation } from './fib';
import type { FormattedRuns } from './formatted-runs';
import { type FormattedRun } from './formatted-runs';
import type { WordLists } from './lists';
import { inlinePicture, type InlinePicture, type OfficeArt } from './office-art';
import { offsetIn, positionIn, type Pieces } from './pieces';
import { indexAt, type Plc } from './plc';
import {
  letterProperties,
  paragraphProperties,
  type LetterProperties,
  type ParagraphProperties,
} from './properties';
import type { StyleSheet } from './style-sheet';

/** The parts of a Word document. */
export interface WordParts {
  readonly information: FileInformation;
  readonly pieces: Pieces;
  readonly letters: FormattedRuns;
  readonly paragraphs: FormattedRuns;
  readonly styles: StyleSheet;
  readonly lists: WordLists;
  /** The stream `Data`; null where there is none. */
  readonly data: Buffer | null;
  readonly art: OfficeArt;
  /** Where shapes are anchored. */
  readonly anchors: Plc;
  /** Where notes are marked, and where in their own text each begins. */
  readonly notes: readonly { readonly refs: Plc; readonly texts: Plc; readonly start: number }[];
  readonly textBoxes: Plc;
  readonly textBoxStart: number;
  /** In bytes, of the streams in which text and pictures lie. */
  readonly size: number;
}

/** What stands for something else, or ends something (MS-DOC, 2.4.1 and 2.8.25). */
const controls = /[\u0001-\u0008\u000b-\u000e\u0013-\u0015\u001e\u001f\r(]/g;
const deepestFields = 100;
/** Notes, boxes and pictures that share their bytes, as malice makes them, are read this often at most. */
const mostTimesRead = 3;

interface Field {
  instruction: string;
  isShown: boolean;
  href: string;
}

/**
 * Reads the text of a Word document, changes accepted, into paragraphs. Throws RangeError where its parts
 * share more bytes than any program writes.
 */
export class WordText {
  readonly document = new FlatDocument();
  changes = 0;
  /** Passages that are hidden. */
  hidden = 0;
  readonly #parts: WordParts;
  readonly #onProgress: () => void;
  readonly #looks = new Map<number, LetterProperties>();
  readonly #shapes = new Map<number, ParagraphProperties>();
  readonly #pictures = new Map<number, InlinePicture>();
  readonly #stored = new Map<number, GivenFile | null>();
  readonly #boxesSaid = new Set<number>();
  #boxesWaiting: number[] = [];
  #notes: string[] = [];
  #change: 'inserted' | 'deleted' | null = null;
  #isHidden = false;
  #budget: number;

  constructor(parts: WordParts, onProgress: () => void) {
    this.#parts = parts;
    this.#onProgress = onProgress;
    this.#budget = parts.size * mostTimesRead + 1024 * 1024;
  }

  read(): FlatDocument {
    const { document } = this;
    this.#say(0, this.#parts.information.lengths.main, document, true);
    document.endParagraph(plainShape);
    for (let box = 0; box < this.#parts.textBoxes.count - 1; box++) this.#sayBox(box + 1);
    for (const note of this.#notes) document.note(note);
    return document;
  }

  #say(start: number, end: number, into: FlatDocument, isMain: boolean): void {
    const { pieces, letters } = this.#parts;
    const fields: Field[] = [];
    let position = start;
    while (position < end && !into.isFull) {
      const piece = pieces.at(position);
      if (piece === null) return;
      const run = letters.at(offsetIn(piece, position));
      const next = Math.min(end, piece.end, Math.max(position + 1, positionIn(piece, run.end)));
      const look = this.#lookOf(run);
      this.#count(look);
      const text = pieces.text(piece, position, next);
      this.#spend(text.length + 1);
      this.#sayRun(text, position, look, fields, into, isMain);
      // The rest of a piece that begins behind the end of the file isn't there either.
      position = text === '' ? piece.end : next;
      this.#onProgress();
    }
  }

  #spend(bytes: number): void {
    this.#budget -= bytes;
    if (this.#budget < 0) throw new RangeError('parts of a document overlap');
  }

  #sayRun(
    text: string,
    position: number,
    look: LetterProperties,
    fields: Field[],
    into: FlatDocument,
    isMain: boolean,
  ): void {
    const isUnseen = look.deleted || look.hidden;
    const say = (words: string): void => {
      const last = fields.at(-1);
      if (last !== undefined && !last.isShown) {
        if (last.instruction.length < 4000) last.instruction += words;
      } else if (words !== '' && fields.every((field) => field.isShown)) {
        const isHidden = look.hidden && !look.deleted;
        if (isHidden && !this.#isHidden) this.hidden++;
        this.#isHidden = isHidden;
        if (!isUnseen) into.text(words, marksOf(look, fields));
      }
    };
    let at = 0;
    for (const { 0: control, index } of text.matchAll(controls)) {
      if (control === '(' && !look.special) continue;
      say(text.slice(at, index));
      at = index + 1;
      const isShown = !isUnseen && fields.every((field) => field.isShown);
      switch (control) {
        case '\u0013':
          if (fields.length < deepestFields) {
            fields.push({ instruction: '', isShown: false, href: '' });
          }
          break;
        case '\u0014': {
          const field = fields.at(-1);
          if (field === undefined) break;
          field.isShown = true;
          field.href = addressIn(field.instruction);
          break;
        }
        case '\u0015':
          fields.pop();
          break;
        case '\r':
        case '\u0007':
        case '\u000c':
          if (!look.deleted || control === '\u0007') {
            this.#endParagraph(control, position + index, into);
          }
          break;
        case '\u000b':
          if (isShown) into.lineBreak();
          break;
        case '\u000e':
          say(' ');
          break;
        case '\u001e':
          say('-');
          break;
        case '\u0001':
          if (isShown) this.#sayPicture(look, into);
          break;
        case '\u0002':
          if (isShown && isMain) this.#sayNote(position + index, look, fields, into);
          break;
        case '\u0008':
          if (isShown && isMain) this.#sayShapes(position + index, into);
          break;
        case '(':
          say(symbolOf(look.symbol));
          break;
      }
    }
    say(text.slice(at));
  }

  #endParagraph(control: string, position: number, into: FlatDocument): void {
    const { pieces, paragraphs } = this.#parts;
    const piece = pieces.at(position);
    const run = piece === null ? null : paragraphs.at(offsetIn(piece, position));
    if (run === null) {
      into.endParagraph(plainShape);
      return;
    }
    const properties = this.#paragraphOf(run);
    const isInTable = control === '\u0007' || (properties.isInTable ?? false);
    const shape = this.#shapeOf(run.style, properties, isInTable);
    if (control !== '\u0007') into.endParagraph(shape);
    else if (properties.endsRow) into.endRow();
    else into.endCell(shape);
    if (!isInTable) this.#sayBoxes();
  }

  #shapeOf(style: number, own: ParagraphProperties, isInTable: boolean): ParagraphShape {
    const { styles, lists } = this.#parts;
    const list = own.list ?? styles.listOf(style) ?? 0;
    const level = own.listLevel ?? styles.listLevelOf(style) ?? 0;
    // Beyond 2046 it says that a list was taken away.
    const kind = list === 0 || list > 2046 ? 'plain' : lists.kindOf(list, level);
    return {
      role: styles.roleOf(style),
      list: kind === 'plain' ? null : { isNumbered: kind === 'numbered', level },
      isInTable,
    };
  }

  #sayPicture(look: LetterProperties, into: FlatDocument): void {
    const { data } = this.#parts;
    if (look.picture === null || look.isData) return;
    let found = this.#pictures.get(look.picture);
    if (found === undefined) {
      found = inlinePicture(data ?? Buffer.alloc(0), look.picture);
      this.#spend(found.file?.bytes.length ?? 0);
      this.#pictures.set(look.picture, found);
    }
    if (found.isPicture) into.picture(found.file, found.altText);
  }

  #sayNote(position: number, look: LetterProperties, fields: readonly Field[], into: FlatDocument) {
    for (const { refs, texts, start } of this.#parts.notes) {
      const index = indexAt(refs, position);
      if (index < 0 || index >= refs.count || refs.position(index) !== position) continue;
      const mark = `[${this.#notes.length + 1}]`;
      into.text(mark, marksOf(look, fields));
      const inner = new FlatDocument();
      this.#notes.push('');
      this.#say(start + texts.position(index), start + texts.position(index + 1), inner, false);
      this.#notes[this.#notes.length - 1] = `${mark} ${textOf(inner.finished())}`;
      return;
    }
  }

  #sayShapes(position: number, into: FlatDocument): void {
    const { anchors, art } = this.#parts;
    const index = indexAt(anchors, position);
    if (index < 0 || index >= anchors.count || anchors.position(index) !== position) return;
    const anchor = anchors.data(index);
    if (anchor.length < 4) return;
    for (const { picture, textBox, altText } of art.shapes(anchor.readUInt32LE(0))) {
      if (picture !== null) into.picture(this.#storedPicture(picture), altText);
      if (textBox > 0) this.#boxesWaiting.push(textBox);
    }
  }

  #storedPicture(number: number): GivenFile | null {
    const known = this.#stored.get(number);
    if (known !== undefined) return known;
    const found = this.#parts.art.picture(number);
    this.#spend(found?.bytes.length ?? 0);
    this.#stored.set(number, found);
    return found;
  }

  #sayBoxes(): void {
    const waiting = this.#boxesWaiting;
    this.#boxesWaiting = [];
    for (const box of waiting) this.#sayBox(box);
  }

  /** Each once; those that are anchored nowhere come at the end. */
  #sayBox(number: number): void {
    const { textBoxes, textBoxStart } = this.#parts;
    if (number >= textBoxes.count || this.#boxesSaid.has(number)) return;
    this.#boxesSaid.add(number);
    const start = textBoxStart + textBoxes.position(number - 1);
    this.#say(start, textBoxStart + textBoxes.position(number), this.document, false);
    this.document.endParagraph(plainShape);
  }

  #count(look: LetterProperties): void {
    const change = look.deleted ? 'deleted' : look.inserted ? 'inserted' : null;
    if (change !== null && change !== this.#change) this.changes++;
    this.#change = change;
  }

  #lookOf(run: FormattedRun): LetterProperties {
    return remembered(this.#looks, run, () => letterProperties(run.list));
  }

  #paragraphOf(run: FormattedRun): ParagraphProperties {
    return remembered(this.#shapes, run, () => paragraphProperties(run.list, this.#parts.data));
  }
}

function remembered<T>(known: Map<number, T>, run: FormattedRun, make: () => T): T {
  const found = known.get(run.listAt);
  if (found !== undefined) return found;
  const made = make();
  known.set(run.listAt, made);
  return made;
}

function marksOf(look: LetterProperties, fields: readonly Field[]): Marks {
  const { bold, italic, struck } = look;
  return { bold, italic, struck, href: fields.findLast(({ href }) => href !== '')?.href ?? '' };
}

/** Letters of fonts of symbols lie in a range of their own, whose marks are bullets and arrows. */
function symbolOf(code: number | null): string {
  if (code === null || code < 0x20) return '';
  return code >= 0xe000 && code <= 0xf8ff ? '•' : String.fromCharCode(code);
}
