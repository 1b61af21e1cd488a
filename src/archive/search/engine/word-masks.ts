import type { WordsNode } from '../../../shared/query/query';
import type { Part } from '../index/part';
import { fieldKey } from '../index/term-keys';
import { termOf } from '../stemming';
import { stopWords } from '../stop-words';
import { tokenise, type Token } from '../text-analysis';
import { begunWith, fieldsAskedAs } from './asked-terms';
import { BodyCheck } from './body-check';
import type { IndexView } from './index-view';
import { both, type Mask } from './masks';
import { compoundWith } from './token-shapes';

/** Which documents of a part have words, and phrases. */
export class WordMasks {
  readonly #part: Part;
  readonly #view: IndexView;

  constructor(part: Part, view: IndexView) {
    this.#part = part;
    this.#view = view;
  }

  /** All words of a piece, Han characters and what "20+8" parts by signs together. */
  words(text: string, field: string | null, prefix: WordsNode['prefix']): Mask {
    const tokens = tokenise(text);
    const words = tokens.filter(({ kind }) => kind === 'word');
    const mask = this.#tokens(tokens, field, prefix);
    const together = words.length < tokens.length && tokens.length > 2;
    return together ? this.#together(mask, tokens, field) : mask;
  }

  /** The words as they stand. */
  phrase(text: string, field: string | null): Mask {
    const tokens = tokenise(text);
    const telling = tokens.filter(({ kind, text: word }) => kind === 'han' || !stopWords.has(word));
    const mask =
      telling.length === 0 ? this.#none().fill(1) : this.#tokens(tokens, field, null, true);
    return this.#together(mask, tokens, field);
  }

  #together(mask: Mask, tokens: readonly Token[], field: string | null): Mask {
    const sequence = this.#part.sequence(tokens);
    if (sequence === null) return this.#none();
    const fields = field === null ? null : fieldsAskedAs(field);
    return mask.map((value, document) =>
      value === 1 && this.#part.contains(document, sequence, fields) ? 1 : 0,
    );
  }

  #tokens(
    tokens: readonly Token[],
    field: string | null,
    prefix: WordsNode['prefix'],
    withoutStopWords = false,
  ): Mask {
    const masks: Mask[] = [];
    tokens.forEach((token, position) => {
      const next = tokens[position + 1];
      if (token.kind === 'han') {
        if (next?.joined === true) masks.push(this.#anyTerm([token.text + next.text], field));
        else if (!token.joined) masks.push(this.#anyTerm([token.accented ?? token.text], field));
        return;
      }
      if (withoutStopWords && stopWords.has(token.text)) return;
      const begun =
        prefix !== null && position === tokens.length - 1
          ? begunWith(token.text, prefix, this.#view).map(({ term }) => term)
          : [];
      const compound = compoundWith(tokens, position);
      const forms = compound === null ? [token.text] : [token.text, compound];
      masks.push(this.#anyTerm([...forms.map(termOf), ...begun], field));
    });
    return masks.length === 0 ? this.#none() : masks.reduce(both);
  }

  #anyTerm(terms: readonly string[], field: string | null): Mask {
    const mask = this.#none();
    const keys =
      field === null || field === 'body'
        ? terms
        : terms.flatMap((term) => fieldsAskedAs(field).map((number) => fieldKey(number, term)));
    for (const key of keys) {
      const term = this.#part.term(key);
      if (term < 0) continue;
      for (const documents of this.#part.postings(term)) {
        if (documents === undefined) continue;
        const { length } = documents;
        for (let at = 0; at < length; at += 1) mask[documents[at] ?? 0] = 1;
      }
    }
    if (field !== 'body') return mask;
    const check = new BodyCheck(this.#part, terms);
    return mask.map((value, document) => (value === 1 && check.holds(document) ? 1 : 0));
  }

  #none(): Uint8Array<ArrayBuffer> {
    return new Uint8Array(this.#part.size);
  }
}
