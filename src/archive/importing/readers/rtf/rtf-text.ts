import { textOf } from '../markdown/hast';
import { addressIn } from '../office/field';
import { FlatDocument, type Marks, type ParagraphShape } from '../office/flat-document';
import { roleOfStyle, type ParagraphRole } from '../office/styles';
import { ofHex } from './hex-bytes';
import { RtfEncoding } from './rtf-encoding';
import { RtfLists } from './rtf-lists';
import {
  knownStarred,
  letters,
  passedOver,
  plainLetters,
  plainParagraph,
  type Collector,
  type PictureData,
  type State,
} from './rtf-state';
import { tokensOf, type Token } from './tokens';

/** Word nests some twenty groups. */
const deepest = 2000;
const progressEvery = 4096;
const mostRoles = 10_000;

/** Reads RTF into paragraphs, changes accepted. Throws RangeError for what nests without end. */
export class RtfText {
  readonly document = new FlatDocument();
  changes = 0;
  comments = 0;
  title = '';
  keywords = '';
  /** Whether the file ends within a group. */
  isCutOff = false;
  readonly #encoding = new RtfEncoding();
  readonly #lists = new RtfLists();
  readonly #styles = new Map<number, { role: ParagraphRole; base: number }>();
  readonly #notes: string[] = [];
  readonly #stack: State[] = [];
  #state: State;
  /** Letters that wait to be decoded together: a Chinese one has two bytes. */
  #bytes: Buffer[] = [];
  #toSkip = 0;
  #oldList: 'numbered' | 'bulleted' | null = null;
  #tableFont = 0;
  #tableStyle = { number: 0, base: -1 };
  #change: State['change'] = null;
  #defaultFont = 0;

  constructor() {
    this.#state = {
      mode: 'text',
      sink: this.document,
      isForOldReaders: false,
      isStarred: false,
      unicodeSkip: 1,
      font: 0,
      ...plainLetters,
      change: null,
      link: { href: '' },
      ...plainParagraph,
      picture: null,
      shape: null,
      close: null,
    };
  }

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
    this.isCutOff = this.#stack.length > 0;
    while (this.#stack.length > 0) this.#close();
    for (const note of this.#notes) this.document.note(note);
  }

  #take(token: Exclude<Token, { kind: 'byte' | 'bytes' }>): void {
    switch (token.kind) {
      case 'open':
        this.#open();
        return;
      case 'close':
        this.#close();
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

  #open(): void {
    if (this.#stack.length >= deepest) throw new RangeError('groups nest too deep');
    this.#toSkip = 0;
    const outer = this.#state;
    this.#stack.push(outer);
    this.#state = { ...outer, isForOldReaders: false, isStarred: false, close: null };
    if (outer.isForOldReaders) this.#state.sink = null;
  }

  #close(): void {
    this.#toSkip = 0;
    this.#state.close?.();
    const outer = this.#stack.pop();
    if (outer !== undefined) this.#state = outer;
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
    const { sink, hidden, change } = this.#state;
    if (sink === null) return;
    if (!(sink instanceof FlatDocument)) {
      sink.parts.push(text);
      return;
    }
    if (change !== null && change !== this.#change) this.changes++;
    this.#change = change;
    if (!hidden && change !== 'deleted') sink.text(text, this.#marks());
  }

  #marks(): Marks {
    const { bold, italic, struck, link } = this.#state;
    return { bold, italic, struck, href: link.href };
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
        this.#wordOfFonts(name, value ?? 0);
        return;
      case 'styles':
        this.#wordOfStyles(name, value ?? 0);
        return;
      case 'lists':
        this.#lists.take(name, value ?? 0);
        return;
      case 'oldList':
        if (name === 'pnlvlblt') this.#oldList = 'bulleted';
        if (name === 'pnlvlbody' || name === 'pndec') this.#oldList ??= 'numbered';
        return;
      case 'info':
        this.#wordOfInfo(name);
        return;
      case 'picture':
      case 'text':
        break;
    }
    if (this.#beginsGroup(name)) return;
    if (!this.#isOfLetters(name, value) && !this.#isOfParagraphs(name, value)) {
      this.#wordOfDocument(name, value);
    }
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
        state.sink = this.#stack.at(-2)?.sink ?? null;
        return true;
      case 'field':
        state.link = { href: state.link.href };
        return true;
      case 'fldinst': {
        // The result stands in a group beside.
        const { link } = state;
        this.#collect((text) => {
          link.href = addressIn(text) || link.href;
        });
        return true;
      }
      case 'footnote':
        this.#beginNote();
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
        this.#beginPicture();
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
        this.#beginProperty(name);
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

  #isOfLetters(name: string, value: number | null): boolean {
    const state = this.#state;
    const isOn = value !== 0;
    switch (name) {
      case 'b':
        state.bold = isOn;
        return true;
      case 'i':
        state.italic = isOn;
        return true;
      case 'strike':
      case 'striked':
        state.struck = isOn;
        return true;
      case 'v':
        state.hidden = isOn;
        return true;
      case 'deleted':
        state.change = isOn ? 'deleted' : null;
        return true;
      case 'revised':
        state.change = isOn ? 'inserted' : null;
        return true;
      case 'plain':
        Object.assign(state, plainLetters);
        state.font = this.#defaultFont;
        return true;
      case 'f':
        state.font = value ?? 0;
        return true;
      case 'uc':
        state.unicodeSkip = Math.max(0, value ?? 1);
        return true;
      case 'u':
        this.#say(String.fromCharCode((value ?? 0x3f) & 0xffff));
        this.#toSkip = state.unicodeSkip;
        return true;
      default: {
        const letter = letters.get(name);
        if (letter === undefined) return false;
        this.#say(letter);
        return true;
      }
    }
  }

  #isOfParagraphs(name: string, value: number | null): boolean {
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
        if (!state.hidden && state.change !== 'deleted') sink?.lineBreak();
        return true;
      case 'cell':
        sink?.endCell(this.#shape());
        return true;
      case 'row':
        sink?.endRow();
        return true;
      case 'pard':
        Object.assign(state, plainParagraph);
        this.#oldList = null;
        return true;
      case 'intbl':
        state.isInTable = true;
        return true;
      case 's':
        state.style = value ?? 0;
        return true;
      case 'ls':
        state.list = value ?? 0;
        return true;
      case 'ilvl':
        state.level = value ?? 0;
        return true;
      default:
        return false;
    }
  }

  #wordOfDocument(name: string, value: number | null): void {
    switch (name) {
      case 'ansicpg':
        if (value !== null && value > 0) this.#encoding.codePage = value;
        return;
      case 'mac':
        this.#encoding.codePage = 10000;
        return;
      case 'pc':
        this.#encoding.codePage = 437;
        return;
      case 'pca':
        this.#encoding.codePage = 850;
        return;
      case 'deff':
        this.#defaultFont = value ?? 0;
        this.#state.font = this.#defaultFont;
    }
  }

  #wordOfFonts(name: string, value: number): void {
    if (name === 'f') this.#tableFont = value;
    if (name === 'fcharset') this.#encoding.setCharacters(this.#tableFont, value);
    if (name === 'cpg' && value > 0) this.#encoding.setCodePage(this.#tableFont, value);
  }

  #wordOfStyles(name: string, value: number): void {
    // The name stands at the end of the style's group.
    if (name === 's' || name === 'cs' || name === 'ds') {
      const style = { number: name === 's' ? value : -1, base: -1 };
      this.#tableStyle = style;
      this.#collect((text) => {
        if (style.number < 0 || this.#styles.size >= mostRoles) return;
        const role = roleOfStyle((text.split(';')[0] ?? '').trim());
        this.#styles.set(style.number, { role, base: style.base });
      });
    }
    if (name === 'sbasedon') this.#tableStyle.base = value;
    if (name === 'u') this.#isOfLetters(name, value);
  }

  #wordOfInfo(name: string): void {
    if (name === 'title') {
      this.#collect((text) => {
        this.title = text;
      });
    } else if (name === 'keywords') {
      this.#collect((text) => {
        this.keywords = text;
      });
    } else if (name === 'upr' || name === 'ud') this.#beginsGroup(name);
    else if (this.#state.sink !== null) this.#isOfLetters(name, null);
  }

  /** The words of this group go to the caller when it closes. */
  #collect(onClose: (text: string) => void): void {
    const collector: Collector = { parts: [] };
    this.#state.sink = collector;
    this.#state.close = () => {
      onClose(collector.parts.join(''));
    };
  }

  #beginNote(): void {
    const state = this.#state;
    if (!(state.sink instanceof FlatDocument) || state.sink !== this.document) {
      state.sink = null;
      return;
    }
    const mark = `[${this.#notes.push('')}]`;
    const index = this.#notes.length - 1;
    if (!state.hidden && state.change !== 'deleted') state.sink.text(mark, this.#marks());
    const note = new FlatDocument();
    state.sink = note;
    Object.assign(state, plainLetters, plainParagraph);
    state.close = () => {
      this.#notes[index] = `${mark} ${textOf(note.finished())}`;
    };
  }

  #beginPicture(): void {
    const state = this.#state;
    const { sink, hidden, change, shape } = state;
    const into = sink instanceof FlatDocument ? sink : this.#documentAround();
    const picture: PictureData = { parts: [], isHex: true, altText: '' };
    state.mode = 'picture';
    state.picture = picture;
    state.shape = null;
    state.close = () => {
      if (into === null || hidden || change === 'deleted' || picture.parts.length === 0) return;
      const bytes = picture.isHex
        ? ofHex(picture.parts)
        : new Uint8Array(Buffer.concat(picture.parts));
      into.picture({ name: '', bytes }, picture.altText || (shape?.altText ?? ''));
    };
  }

  /** A picture of a shape is the value of one of its properties. */
  #documentAround(): FlatDocument | null {
    if (this.#state.shape === null) return null;
    for (let i = this.#stack.length - 1; i >= 0; i--) {
      const sink = this.#stack[i]?.sink;
      if (sink instanceof FlatDocument) return sink;
      if (sink === null) return null;
    }
    return null;
  }

  #beginProperty(name: 'sn' | 'sv'): void {
    const { picture } = this.#state;
    const shape = (this.#state.shape ??= { altText: '', property: '' });
    // A picture's property belongs to the picture.
    this.#state.mode = 'text';
    const outer = this.#stack.at(-1);
    if (outer !== undefined) outer.shape = shape;
    this.#collect((text) => {
      if (name === 'sn') shape.property = text.trim();
      else if (shape.property === 'wzDescription') {
        shape.altText = text;
        if (picture !== null) picture.altText = text;
      }
    });
  }

  #endParagraph(): void {
    const { sink, change } = this.#state;
    if (sink instanceof FlatDocument && change !== 'deleted') sink.endParagraph(this.#shape());
  }

  #shape(): ParagraphShape {
    const { style, list, level, isInTable } = this.#state;
    const kind = list > 0 ? this.#lists.kindOf(list, level) : (this.#oldList ?? 'plain');
    return {
      role: this.#roleOf(style),
      list: kind === 'plain' ? null : { isNumbered: kind === 'numbered', level },
      isInTable,
    };
  }

  #roleOf(style: number): ParagraphRole {
    let number = style;
    for (let i = 0; i < 16; i++) {
      const found = this.#styles.get(number);
      if (found === undefined) return null;
      if (found.role !== null) return found.role;
      number = found.base;
    }
    return null;
  }
}
