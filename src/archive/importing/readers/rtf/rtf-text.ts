import { addressIn } from '../office/field';
import { FlatDocument, type ParagraphShape } from '../office/flat-document';
import { RtfEncoding } from './rtf-encoding';
import { RtfGroups } from './rtf-groups';
import { RtfLists } from './rtf-lists';
import { isLook } from './rtf-looks';
import { RtfNotes } from './rtf-notes';
import { beginPicture, beginProperty } from './rtf-pictures';
import {
  firstState,
  isShown,
  knownStarred,
  letters,
  marksOf,
  passedOver,
  plainLetters,
  plainParagraph,
  type State,
} from './rtf-state';
import { RtfStyles } from './rtf-styles';
import { tokensOf, type Token } from './tokens';

const progressEvery = 4096;

/** Reads RTF into paragraphs, changes accepted. Throws RangeError for what nests without end. */
export class RtfText {
  readonly document = new FlatDocument();
  changes = 0;
  comments = 0;
  /** Passages that are hidden. */
  hidden = 0;
  title = '';
  keywords = '';
  /** Whether the file ends within a group. */
  isCutOff = false;
  readonly #encoding = new RtfEncoding();
  readonly #lists = new RtfLists();
  readonly #styles = new RtfStyles();
  readonly #notes = new RtfNotes(this.document);
  readonly #groups = new RtfGroups(firstState(this.document));
  /** Letters that wait to be decoded together: a Chinese one has two bytes. */
  #bytes: Buffer[] = [];
  #toSkip = 0;
  #oldList: 'numbered' | 'bulleted' | null = null;
  #change: State['change'] = null;
  #defaultFont = 0;
  #isHidden = false;

  read(buffer: Buffer, onProgress: () => void): void {
    let count = 0;
    for (const token of tokensOf(buffer)) {
      if (++count % progressEvery === 0) {
        if (this.document.isFull) break;
        onProgress();
      }
      if (token.kind === 'byte') this.#sayBytes(Buffer.from([token.byte]));
      else if (token.kind === 'bytes') this.#sayBytes(token.bytes);
      else {
        this.#flush();
        this.#take(token);
      }
    }
    this.#flush();
    this.isCutOff = this.#groups.areOpen;
    while (this.#groups.areOpen) this.#groups.close();
    this.#notes.writeDown();
  }

  get #state(): State {
    return this.#groups.state;
  }

  #take(token: Exclude<Token, { kind: 'byte' | 'bytes' }>): void {
    switch (token.kind) {
      case 'open':
        this.#toSkip = 0;
        this.#groups.open();
        return;
      case 'close':
        this.#toSkip = 0;
        this.#groups.close();
        return;
      case 'binary':
        this.#binary(token.bytes);
        return;
      case 'word':
        if (this.#toSkip > 0) this.#toSkip--;
        else this.#word(token.name, token.value);
        return;
      case 'symbol':
        if (this.#toSkip > 0) this.#toSkip--;
        else this.#symbol(token.name);
    }
  }

  #binary(bytes: Buffer): void {
    const { picture, mode } = this.#state;
    if (this.#toSkip > 0) this.#toSkip--;
    else if (mode === 'picture' && picture !== null) {
      picture.isHex = false;
      picture.parts.push(bytes);
    }
  }

  #sayBytes(bytes: Buffer): void {
    let rest = bytes;
    if (this.#toSkip > 0) {
      rest = bytes.subarray(this.#toSkip);
      this.#toSkip -= bytes.length - rest.length;
    }
    if (rest.length === 0) return;
    const { mode, picture } = this.#state;
    if (mode === 'picture') {
      if (picture?.isHex === true) picture.parts.push(rest);
    } else if (this.#state.sink !== null) this.#bytes.push(rest);
  }

  #flush(): void {
    if (this.#bytes.length === 0) return;
    const [first] = this.#bytes;
    const bytes =
      this.#bytes.length === 1 && first !== undefined ? first : Buffer.concat(this.#bytes);
    this.#bytes = [];
    this.#say(this.#encoding.decode(bytes, this.#state.font));
  }

  #say(text: string): void {
    const { sink, change } = this.#state;
    if (sink === null) return;
    if (!(sink instanceof FlatDocument)) {
      sink.parts.push(text);
      return;
    }
    if (change !== null && change !== this.#change) this.changes++;
    this.#change = change;
    const isHidden = this.#state.hidden && change !== 'deleted';
    if (isHidden && !this.#isHidden) this.hidden++;
    this.#isHidden = isHidden;
    if (isShown(this.#state)) sink.text(text, marksOf(this.#state));
  }

  #symbol(name: string): void {
    switch (name) {
      case '*':
        this.#state.isStarred = true;
        return;
      case '~':
        this.#say('\u00a0');
        return;
      case '_':
        this.#say('-');
        return;
      case '\r':
      case '\n':
        this.#endParagraph();
        return;
      case '\t':
        this.#say('\t');
        return;
      case '\\':
      case '{':
      case '}':
        this.#sayBytes(Buffer.from(name, 'latin1'));
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
    if (this.#beginsGroup(name)) return;
    if (isLook(state, name, value) || this.#isCharacter(name, value)) return;
    if (!this.#isBreak(name)) this.#wordOfDocument(name, value);
  }

  /** Words at the beginning of a group that say what is in it. */
  #beginsGroup(name: string): boolean {
    const state = this.#state;
    if (passedOver.has(name)) {
      state.sink = null;
      return true;
    }
    switch (name) {
      case 'fonttbl':
        state.mode = 'fonts';
        state.sink = null;
        return true;
      case 'stylesheet':
        state.mode = 'styles';
        state.sink = null;
        return true;
      case 'listtable':
      case 'listoverridetable':
        state.mode = 'lists';
        state.sink = null;
        return true;
      case 'pn':
        state.mode = 'oldList';
        state.sink = null;
        this.#oldList = null;
        return true;
      case 'info':
        state.mode = 'info';
        state.sink = null;
        return true;
      case 'upr':
        state.isForOldReaders = true;
        return true;
      case 'ud':
        state.sink = this.#groups.around(2)?.sink ?? null;
        return true;
      case 'field':
        state.link = { href: state.link.href };
        return true;
      case 'fldinst': {
        // The result stands in a group beside.
        const { link } = state;
        this.#groups.collect((text) => {
          link.href = addressIn(text) || link.href;
        });
        return true;
      }
      case 'footnote':
        this.#notes.begin(state);
        return true;
      case 'annotation':
        if (state.sink instanceof FlatDocument) this.comments++;
        state.sink = null;
        return true;
      case 'atnid':
      case 'atnauthor':
      case 'objdata':
        state.sink = null;
        return true;
      case 'pict':
        beginPicture(this.#groups);
        return true;
      case 'shp':
        state.shape = { altText: '', property: '' };
        return true;
      case 'shpinst':
      case 'do':
      case 'picprop':
      case 'nesttableprops':
        // Only the groups in it say something.
        state.mode = 'text';
        return true;
      case 'sn':
      case 'sv':
        beginProperty(this.#groups, name);
        return true;
      case 'shptxt':
      case 'dptxbxtext':
        if (state.sink instanceof FlatDocument) {
          const { sink } = state;
          sink.beginAside();
          Object.assign(state, plainLetters, plainParagraph);
          state.close = () => {
            sink.endAside();
          };
        }
        return true;
      default:
        return false;
    }
  }

  /** A character that has a word of its own. */
  #isCharacter(name: string, value: number | null): boolean {
    if (name === 'u') {
      this.#say(String.fromCharCode((value ?? 0x3f) & 0xffff));
      this.#toSkip = this.#state.unicodeSkip;
      return true;
    }
    const letter = letters.get(name);
    if (letter === undefined) return false;
    this.#say(letter);
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
    } else if (name === 'upr' || name === 'ud') this.#beginsGroup(name);
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
