import { foldText } from './engine/fold-text';
import type { NeedleSet, SequenceNeedle } from './query-needles';
import { termOf } from './stemming';
import { stopWords } from './stop-words';
import { tokenise, type Token } from './text-analysis';

/** A place in a text that the query matched; offsets in UTF-16 code units. */
export interface Match {
  readonly start: number;
  readonly end: number;
  /** What of the query it is: a key of `QueryNeedles`. */
  readonly key: number;
}

type VisitMatch = (start: number, end: number, key: number) => void;

const noKey = -1;

/**
 * Finds needles in a text by reading it as the index does, word by word. What `QuickMatcher` finds
 * sooner is measured by it.
 */
export class QueryMatcher {
  readonly #needles: NeedleSet;
  readonly #keys = new Map<string, number>();
  readonly #sequences = new Map<string, SequenceNeedle[]>();

  constructor(needles: NeedleSet) {
    this.#needles = needles;
    for (const sequence of needles.sequences) {
      const first = sequence.tokens[0]?.text ?? '';
      const others = this.#sequences.get(first);
      if (others === undefined) this.#sequences.set(first, [sequence]);
      else others.push(sequence);
    }
  }

  /** All matches in order; they may overlap. */
  in(text: string): readonly Match[] {
    const matches: Match[] = [];
    const visit: VisitMatch = (start, end, key) => {
      matches.push({ start, end, key });
    };
    const tokens = tokenise(text);
    this.visitWords(tokens, visit);
    this.#visitSequences(tokens, visit);
    this.visitHanPairs(tokens, visit);
    return finished(matches, this.#needles);
  }

  /** Calls `visit` for every word that matches, and for hyphened ones that match as a whole. */
  visitWords(tokens: readonly Token[], visit: VisitMatch): void {
    for (let at = 0; at < tokens.length; at += 1) {
      const token = tokens[at];
      if (token?.kind !== 'word') continue;
      if (tokens[at + 1]?.hyphened === true && !token.hyphened) {
        const last = this.#visitCompound(tokens, at, visit);
        if (last > at) {
          at = last;
          continue;
        }
      }
      const key = this.#keyOf(token.text);
      if (key !== noKey) visit(token.start, token.end, key);
    }
  }

  /** The number of the last word that the compound from `first` on joins; `first` if it is none. */
  #visitCompound(tokens: readonly Token[], first: number, visit: VisitMatch): number {
    let joined = tokens[first]?.text ?? '';
    let last = first;
    for (let next = tokens[first + 1]; next?.hyphened === true; next = tokens[last + 1]) {
      joined += next.text;
      last += 1;
    }
    const key = this.#needles.words.get(termOf(joined));
    if (key === undefined) return first;
    visit(tokens[first]?.start ?? 0, tokens[last]?.end ?? 0, key);
    return last;
  }

  #keyOf(word: string): number {
    const known = this.#keys.get(word);
    if (known !== undefined) return known;
    const key = this.#needles.words.get(termOf(word)) ?? this.#keyOfBegun(word);
    this.#keys.set(word, key);
    return key;
  }

  #keyOfBegun(word: string): number {
    if (stopWords.has(word)) return noKey;
    return this.#needles.beginnings.find(({ text }) => word.startsWith(text))?.key ?? noKey;
  }

  #visitSequences(tokens: readonly Token[], visit: VisitMatch): void {
    if (this.#sequences.size === 0) return;
    tokens.forEach(({ text, start }, position) => {
      const sequences = this.#sequences.get(text);
      if (sequences === undefined) return;
      for (const sequence of sequences) {
        const end = sequenceEnd(tokens, position, sequence);
        if (end >= 0) visit(start, end, sequence.key);
      }
    });
  }

  /** Calls `visit` for every two Han characters that touch and match. */
  visitHanPairs(tokens: readonly Token[], visit: VisitMatch): void {
    const { hanPairs } = this.#needles;
    if (hanPairs.size === 0) return;
    let before: Token | null = null;
    for (const token of tokens) {
      const key =
        token.joined && before !== null ? hanPairs.get(before.text + token.text) : undefined;
      if (key !== undefined && before !== null) visit(before.start, token.end, key);
      before = token;
    }
  }
}

/** Where a sequence ends that begins with token number `from`; -1 where it doesn't stand. */
function sequenceEnd(tokens: readonly Token[], from: number, sequence: SequenceNeedle): number {
  for (let position = 0; position < sequence.tokens.length; position += 1) {
    const token = tokens[from + position];
    if (token === undefined || !isWanted(token, sequence, position)) return -1;
  }
  return tokens[from + sequence.tokens.length - 1]?.end ?? -1;
}

/** Whether a token is number `position` of a sequence; Han characters touch as the wanted ones do. */
export function isWanted(token: Token, sequence: SequenceNeedle, position: number): boolean {
  const { tokens, open } = sequence;
  const wanted = tokens[position];
  if (wanted?.kind !== token.kind) return false;
  if (wanted.kind === 'han' && tokens[position - 1]?.kind === 'han') {
    if (token.joined !== wanted.joined) return false;
  }
  if (open && position === tokens.length - 1) return token.text.startsWith(wanted.text);
  return token.text === wanted.text;
}

/** In order, of those that begin together the longest first; no parts where the whole is there. */
export function finished(matches: Match[], { partsOf }: NeedleSet): readonly Match[] {
  matches.sort((a, b) => a.start - b.start || b.end - a.end || a.key - b.key);
  if (partsOf.size === 0) return matches;
  const found = new Set(matches.map(({ key }) => key));
  return matches.filter(({ key }) => {
    const lists = partsOf.get(key);
    return lists?.some((wholes) => !wholes.some((whole) => found.has(whole))) ?? true;
  });
}

/** The match of a text that is one of the names that are looked for; null when it is none. */
export function nameMatch(text: string, { names }: NeedleSet): Match | null {
  const key = names.size === 0 ? undefined : names.get(foldText(text));
  return key === undefined ? null : { start: 0, end: text.length, key };
}
