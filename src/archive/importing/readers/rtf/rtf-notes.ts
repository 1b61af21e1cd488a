import { textOf } from '../markdown/hast';
import { FlatDocument } from '../office/flat-document';
import { isShown, marksOf, plainLetters, plainParagraph, type State } from './rtf-state';

/** Footnotes: a number where they are called, the text at the end of the document. */
export class RtfNotes {
  readonly #document: FlatDocument;
  readonly #notes: string[] = [];

  constructor(document: FlatDocument) {
    this.#document = document;
  }

  begin(state: State): void {
    if (state.sink !== this.#document) {
      state.sink = null;
      return;
    }
    const mark = `[${this.#notes.push('')}]`;
    const index = this.#notes.length - 1;
    if (isShown(state)) state.sink.text(mark, marksOf(state));
    const note = new FlatDocument();
    state.sink = note;
    Object.assign(state, plainLetters, plainParagraph);
    state.close = () => {
      this.#notes[index] = `${mark} ${textOf(note.finished())}`;
    };
  }

  writeDown(): void {
    for (const note of this.#notes) this.#document.note(note);
  }
}
