import type { IndexView } from './engine/index-view';
import type { Part, VisitBytes } from './index/part';
import { termOf } from './stemming';
import { tokenise, type Token } from './text-analysis';

/** What corrections are drawn from: the words of an archive, folded. */
export interface SpellingVocabulary {
  /** How many documents there are. */
  readonly documents: number;
  /** How many documents have the word, in any of its forms. */
  documentsWith(word: string): number;
  /** Whether a word begins so. */
  hasBeginning(beginning: string): boolean;
  /** Whether a document has these two words one after the other. */
  hasPair(first: string, second: string): boolean;
  /**
   * Words whose UTF-8 has that many bytes, in any order; some may come twice, or be in no document
   * any more. The bytes are there until `visit` returns.
   */
  visitWordBytes(minLength: number, maxLength: number, visit: VisitBytes): void;
}

/** Documents with the rarer one of two words that are looked into for the other one beside it. */
const mostChecked = 500;

export function spellingVocabulary(view: IndexView): SpellingVocabulary {
  return {
    get documents() {
      return view.documents;
    },
    documentsWith: (word) => view.documentsWith(termOf(word)),
    hasBeginning: (beginning) => view.beginningWith(beginning).length > 0,
    hasPair: (first, second) => {
      const tokens = tokenise(`${first} ${second}`);
      return view.parts.some((part) => hasPair(part, tokens));
    },
    visitWordBytes: (minLength, maxLength, visit) => {
      for (const part of view.parts) part.visitWordBytes(minLength, maxLength, visit);
    },
  };
}

function hasPair(part: Part, tokens: readonly Token[]): boolean {
  const sequence = part.sequence(tokens);
  if (sequence === null) return false;
  const terms = tokens.map(({ text }) => part.term(termOf(text)));
  const [rarer = -1] = terms.sort((a, b) => part.documentsWith(a) - part.documentsWith(b));
  if (rarer < 0) return false;
  let left = mostChecked;
  for (const documents of part.postings(rarer)) {
    const count = Math.min(documents?.length ?? 0, left);
    for (let at = 0; at < count; at += 1) {
      const document = documents?.[at] ?? 0;
      if (part.alive[document] === 1 && part.contains(document, sequence, null)) return true;
    }
    left -= count;
  }
  return false;
}
