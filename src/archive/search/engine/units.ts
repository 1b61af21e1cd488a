import { accentKey, fieldKey } from '../index/term-keys';
import { inverseDocumentFrequency } from '../ranking';
import { termOf } from '../stemming';
import type { Token } from '../text-analysis';
import { begunWith, type BegunAs } from './asked-terms';
import type { IndexView } from './index-view';
import type { Unit, WeightedTerm } from './query-plan';

const expansionWeight = 0.5;
/** What a spelling with the same accents adds, and what one with other accents takes, of a word. */
const sameAccents = 0.2;
const otherAccents = -0.05;

/** A unit under a name; what has the same name is the same thing, asked for again. */
export interface NamedUnit {
  readonly name: string;
  /** Without alternatives where no document has any of them. */
  readonly unit: Unit;
}

/** Fields of which a term is meant; null is anywhere. */
type Fields = readonly number[] | null;

/** Makes units of the terms of an index. */
export class Units {
  readonly #view: IndexView;
  readonly #documents: number;

  constructor(view: IndexView) {
    this.#view = view;
    this.#documents = view.documents;
  }

  /** Any one of some terms. */
  of(terms: readonly string[], fields: Fields): NamedUnit {
    const alternatives = inFields(
      terms.map((term) => ({ term, weight: 1 })),
      fields,
    );
    const name = alternatives.map(({ term }) => term).join(' ');
    return { name, unit: this.#unitOf(alternatives) };
  }

  /** The word itself in full, and at half weight the stems of the words that begin with it. */
  beginning(prefix: string, kind: BegunAs, fields: Fields): NamedUnit {
    const key = `${kind} ${fields?.join(' ') ?? ''} ${prefix}`;
    const unit = this.#view.remembered(key, () => {
      const exact = termOf(prefix);
      const begun = begunWith(prefix, kind, this.#view).filter(({ term }) => term !== exact);
      const alternatives = [
        { term: exact, weight: 1 },
        ...begun.map(({ term }) => ({ term, weight: expansionWeight })),
      ];
      return this.#unitOf(inFields(alternatives, fields));
    });
    return { name: `${prefix}*`, unit };
  }

  /** Of "resume" and "résumé" the one that was typed comes first. */
  spellings(token: Token): readonly NamedUnit[] {
    const wanted = token.accented === null ? null : accentKey(token.text, token.accented);
    return this.#view.spellingsOf(token.text).map(({ term, documents }) => {
      const share = term === wanted ? sameAccents : otherAccents;
      const factor = share * inverseDocumentFrequency(documents, this.#documents);
      return { name: term, unit: { alternatives: [{ term, weight: 1 }], factor } };
    });
  }

  #unitOf(alternatives: readonly WeightedTerm[]): Unit {
    const used: WeightedTerm[] = [];
    let leading = 0;
    let most = 0;
    for (const one of alternatives) {
      const documents = this.#view.documentsWith(one.term);
      if (documents === 0) continue;
      used.push(one);
      most = Math.max(most, documents);
      if (one.weight === 1) leading = Math.max(leading, documents);
    }
    const frequency = leading > 0 ? leading : most;
    return {
      alternatives: used,
      factor: frequency === 0 ? 0 : inverseDocumentFrequency(frequency, this.#documents),
    };
  }
}

function inFields(terms: readonly WeightedTerm[], fields: Fields): readonly WeightedTerm[] {
  if (fields === null) return terms;
  return terms.flatMap(({ term, weight }) =>
    fields.map((field) => ({ term: fieldKey(field, term), weight })),
  );
}
