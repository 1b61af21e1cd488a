import { FlatDocument } from '../office/flat-document';
import type { RtfEncoding } from './rtf-encoding';
import type { RtfGroups } from './rtf-groups';
import { isShown, marksOf, type State } from './rtf-state';

/** Puts letters where those of the open group go, and counts what was changed or is hidden. */
export class RtfWords {
  changes = 0;
  /** Passages that are hidden. */
  hidden = 0;
  /** So many letters or words are only for readers that don't know Unicode. */
  toSkip = 0;
  readonly #groups: RtfGroups;
  readonly #encoding: RtfEncoding;
  /** Letters that wait to be decoded together: a Chinese one has two bytes. */
  #bytes: Buffer[] = [];
  #change: State['change'] = null;
  #isHidden = false;

  constructor(groups: RtfGroups, encoding: RtfEncoding) {
    this.#groups = groups;
    this.#encoding = encoding;
  }

  get #state(): State {
    return this.#groups.state;
  }

  /** Says whether this one word or sign is to be passed over. */
  skips(): boolean {
    if (this.toSkip <= 0) return false;
    this.toSkip--;
    return true;
  }

  sayBytes(bytes: Buffer): void {
    let rest = bytes;
    if (this.toSkip > 0) {
      rest = bytes.subarray(this.toSkip);
      this.toSkip -= bytes.length - rest.length;
    }
    if (rest.length === 0) return;
    const { mode, picture } = this.#state;
    if (mode === 'picture') {
      if (picture?.isHex === true) picture.parts.push(rest);
    } else if (this.#state.sink !== null) this.#bytes.push(rest);
  }

  flush(): void {
    if (this.#bytes.length === 0) return;
    const [first] = this.#bytes;
    const bytes =
      this.#bytes.length === 1 && first !== undefined ? first : Buffer.concat(this.#bytes);
    this.#bytes = [];
    this.say(this.#encoding.decode(bytes, this.#state.font));
  }

  say(text: string): void {
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
}
