import type { Part } from '../index/part';
import { fieldKey } from '../index/term-keys';
import { bodyField } from '../ranking';

/** Whether the body has one of some terms, for documents that have one of them somewhere. */
export class BodyCheck {
  readonly #part: Part;
  readonly #terms: ReadonlySet<number>;
  /** 1 for documents that have one of the terms outside the body. */
  readonly #outside: Uint8Array;
  readonly #texts: readonly string[];

  constructor(part: Part, terms: readonly string[]) {
    this.#part = part;
    this.#texts = terms;
    this.#terms = new Set(terms.map((term) => part.term(term)).filter((term) => term >= 0));
    this.#outside = new Uint8Array(part.size);
    for (const term of terms) {
      for (let field = 0; field < bodyField; field += 1) {
        const number = part.term(fieldKey(field, term));
        if (number < 0) continue;
        for (const documents of part.postings(number)) {
          if (documents === undefined) continue;
          const { length } = documents;
          for (let at = 0; at < length; at += 1) this.#outside[documents[at] ?? 0] = 1;
        }
      }
    }
  }

  holds(document: number): boolean {
    return this.#outside[document] === 0 || this.#isInBody(document);
  }

  #isInBody(document: number): boolean {
    const part = this.#part;
    const ids = part.tokens(document);
    let at = ids.indexOf(bodyField + 1);
    if (at < 0) return false;
    let han = 0;
    for (at += 1; at < ids.length; at += 1) {
      const id = ids[at] ?? 0;
      if (part.isHan(id)) {
        const character = part.word(id);
        if (this.#texts.includes(character)) return true;
        if (han !== 0 && this.#texts.includes(part.word(han) + character)) return true;
        han = id;
        continue;
      }
      han = 0;
      if (id > bodyField + 1 && this.#terms.has(part.termOfWord(id))) return true;
    }
    return false;
  }
}
