import { FlatDocument, type ParagraphShape } from '../office/flat-document';
import { RtfEncoding } from './rtf-encoding';
import { RtfGroups } from './rtf-groups';
import { RtfLists } from './rtf-lists';
import { isLook } from './rtf-looks';
import { RtfNotes } from './rtf-notes';
import { beginsGroup } from './rtf-openings';
import {
  firstState,
  isShown,
  knownStarred,
  letters,
  plainLetters,
  plainParagraph,
  type State,
} from './rtf-state';
import { RtfStyles } from './rtf-styles';
import { RtfWords } from './rtf-words';
import { tokensOf, type Token } from './tokens';

const progressEvery = 4096;

/** Reads RTF into paragraphs, changes accepted. Throws RangeError for what nests without end. */
export class RtfText {
  readonly document = new FlatDocument();
  comments = 0;
  title = '';
  keywords = '';
  /** Whether the file ends within a group. */
  isCutOff = false;
  readonly #encoding = new RtfEncoding();
  readonly #lists = new RtfLists();
  readonly #styles = new RtfStyles();
  readonly #notes = new RtfNotes(this.document);
  readonly #groups = new RtfGroups(firstState(this.document));
  readonly #words = new RtfWords(this.#groups, this.#encoding);
  readonly #around = {
    groups: this.#groups,
    notes: this.#notes,
    onComment: () => {
      this.comments++;
    },
  };
  #oldList: 'numbered' | 'bulleted' | null = null;
  #defaultFont = 0;

  read(buffer: Buffer, onProgress: () => void): void {
    let count = 0;
    for (const token of tokensOf(buffer)) {
      if (++count % progressEvery === 0) {
        if (this.document.isFull) break;
        onProgress();
      }
      if (token.kind === 'byte') this.#words.sayBytes(Buffer.from([token.byte]));
      else if (token.kind === 'bytes') this.#words.sayBytes(token.bytes);
      else {
        this.#words.flush();
        this.#take(token);
      }
    }
    this.#words.flush();
    this.isCutOff = this.#groups.areOpen;
    while (this.#groups.areOpen) this.#groups.close();
    this.#notes.writeDown();
  }

  get changes(): number {
    return this.#words.changes;
  }

  /** Passages that are hidden. */
  get hidden(): number {
    return this.#words.hidden;
  }

  get #state(): State {
    return this.#groups.state;
  }

  #take(token: Exclude<Token, { kind: 'byte' | 'bytes' }>): void {
    switch (token.kind) {
      case 'open':
        this.#words.toSkip = 0;
        this.#groups.open();
        return;
      case 'close':
        this.#words.toSkip = 0;
        this.#groups.close();
        return;
      case 'binary':
        this.#binary(token.bytes);
        return;
      case 'word':
        if (!this.#words.skips()) this.#word(token.name, token.value);
        return;
      case 'symbol':
        if (!this.#words.skips()) this.#symbol(token.name);
    }
  }

  #binary(bytes: Buffer): void {
    const { picture, mode } = this.#state;
    if (this.#words.skips()) return;
    if (mode === 'picture' && picture !== null) {
      picture.isHex = false;
      picture.parts.push(bytes);
    }
  }

  #symbol(name: string): void {
    switch (name) {
      case '*':
        this.#state.isStarred = true;
        return;
      case '~':
        this.#words.say('\u00a0');
        return;
      case '_':
        this.#words.say('-');
        return;
      case '\r':
      case '\n':
        this.#endParagraph();
        return;
      case '\t':
        this.#words.say('\t');
        return;
      case '\\':
      case '{':
      case '}':
        this.#words.sayBytes(Buffer.from(name, 'latin1'));
    }
  }

  #word(name: string, value: number | null): void {
    const state = this.#state;
    if (state.isStarred) {
      state.isStarred = false;
      const isListed = state.mode === 'styles' || state.mode === 'lists';
      if (!knownStarred.has(name) && !isListed) {
        state.sink = null;
        state.mode = 'text';
        return;
      }
    }
    switch (state.mode) {
      case 'fonts':
        this.#encoding.takeOfFonts(name, value ?? 0);
        return;
      case 'styles':
        if (name === 'u') this.#isCharacter(name, value);
        else this.#styles.take(name, value ?? 0, this.#groups);
        return;
      case 'lists':
        this.#lists.take(name, value ?? 0);
        return;
      case 'oldList':
        if (name === 'pnlvlblt') this.#oldList = 'bulleted';
        if (name === 'pnlvlbody' || name === 'pndec') this.#oldList ??= 'numbered';
        return;
      case 'info':
        this.#wordOfInfo(name, value);
        return;
      case 'picture':
      case 'text':
        break;
    }
    if (name === 'pn') this.#oldList = null;
    if (beginsGroup(name, this.#around)) return;
    if (isLook(state, name, value) || this.#isCharacter(name, value)) return;
    if (!this.#isBreak(name)) this.#wordOfDocument(name, value);
  }

  /** A character that has a word of its own. */
  #isCharacter(name: string, value: number | null): boolean {
    if (name === 'u') {
      this.#words.say(String.fromCharCode((value ?? 0x3f) & 0xffff));
      this.#words.toSkip = this.#state.unicodeSkip;
      return true;
    }
    const letter = letters.get(name);
    if (letter === undefined) return false;
    this.#words.say(letter);
    return true;
  }

  /** What ends a line, a paragraph, a cell or a row. */
  #isBreak(name: string): boolean {
    const state = this.#state;
    const sink = state.sink instanceof FlatDocument ? state.sink : null;
    switch (name) {
      case 'par':
      case 'sect':
      case 'page':
      case 'nestcell':
        this.#endParagraph();
        return true;
      case 'line':
        if (isShown(state)) sink?.lineBreak();
        return true;
      case 'cell':
        sink?.endCell(this.#shape());
        return true;
      case 'row':
        sink?.endRow();
        return true;
      default:
        return false;
    }
  }

  #wordOfDocument(name: string, value: number | null): void {
    const state = this.#state;
    switch (name) {
      case 'plain':
        Object.assign(state, plainLetters);
        state.font = this.#defaultFont;
        return;
      case 'pard':
        Object.assign(state, plainParagraph);
        this.#oldList = null;
        return;
      case 'deff':
        this.#defaultFont = value ?? 0;
        state.font = this.#defaultFont;
        return;
      default:
        this.#encoding.take(name, value);
    }
  }

  #wordOfInfo(name: string, value: number | null): void {
    if (name === 'title') {
      this.#groups.collect((text) => {
        this.title = text;
      });
    } else if (name === 'keywords') {
      this.#groups.collect((text) => {
        this.keywords = text;
      });
    } else if (name === 'upr' || name === 'ud') beginsGroup(name, this.#around);
    else if (this.#state.sink !== null && !isLook(this.#state, name, value)) {
      this.#isCharacter(name, value);
    }
  }

  #endParagraph(): void {
    const { sink, change } = this.#state;
    if (sink instanceof FlatDocument && change !== 'deleted') sink.endParagraph(this.#shape());
  }

  #shape(): ParagraphShape {
    const { style, list, level, isInTable } = this.#state;
    const kind = list > 0 ? this.#lists.kindOf(list, level) : (this.#oldList ?? 'plain');
    return {
      role: this.#styles.roleOf(style),
      list: kind === 'plain' ? null : { isNumbered: kind === 'numbered', level },
      isInTable,
    };
  }
}
