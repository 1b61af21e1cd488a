import { Buffer } from 'node:buffer';
import type { ParsedQuery, QueryNode } from '../../shared/query/query';
import type { Segment, Suggestion } from '../../shared/search';
import { editDistance } from './edit-distance';
import { slipLikelihood } from './keyboard';
import { byCodeUnits } from './sorted-words';
import type { SpellingVocabulary } from './spelling-vocabulary';
import { stopWords } from './stop-words';
import { tokenise } from './text-analysis';

/** Letters of a word that can be corrected, and from how many on two slips are allowed. */
const shortestWord = 4;
const twoSlipsFrom = 6;
/** Words of a query for which others are looked for: each costs a walk through the vocabulary. */
const mostWords = 4;
/** Of this many documents one may have a word that is still taken for a slip. */
const documentsASlip = 1_000;
/** What is suggested is in so many times more documents. */
const clearlyMore = 10;
/** Letters of each word that a longer one is parted into. */
const shortestPart = 2;
/** Ways of parting a word that are looked for in the archive. */
const mostPartings = 4;

/** A word of a query by itself, where it stands in the text. */
interface Piece {
  readonly start: number;
  readonly end: number;
  /** Folded. */
  readonly word: string;
  /** It is still being typed. */
  readonly open: boolean;
}

/** What stands in the text instead of the piece from `start` to `end`. */
interface Change {
  readonly start: number;
  readonly end: number;
  readonly words: string;
}

/**
 * A spelling of the query of which the archive has more; null when there is none. `text` is what the
 * query was parsed from. Only plain words in Latin letters are corrected; the rest stays as it is.
 */
export function suggest(
  query: ParsedQuery,
  text: string,
  vocabulary: SpellingVocabulary,
): Suggestion | null {
  if (query.pasted) return null;
  const pieces = query.nodes.flatMap((node) => piecesOf(node, text));
  const changes: Change[] = [];
  let tried = 0;
  for (let at = 0; at < pieces.length; at += 1) {
    const piece = pieces[at];
    if (piece === undefined) continue;
    const next = pieces[at + 1];
    if (next !== undefined && areOneWord(piece, next, text, vocabulary)) {
      changes.push({ start: piece.start, end: next.end, words: piece.word + next.word });
      at += 1;
      continue;
    }
    if (tried === mostWords || !mayBeSlip(piece, vocabulary)) continue;
    tried += 1;
    const words = correction(piece.word, vocabulary);
    if (words !== null) changes.push({ start: piece.start, end: piece.end, words });
  }
  return changes.length === 0 ? null : changed(text, changes);
}

/** Negated words aren't missed, and words of a field are few enough to be looked through. */
function piecesOf(node: QueryNode, text: string): readonly Piece[] {
  if (node.kind === 'and' || node.kind === 'or') {
    return node.nodes.flatMap((part) => piecesOf(part, text));
  }
  if (node.kind !== 'words' || node.field !== null || node.prefix === 'asked') return [];
  const from = text.indexOf(node.text, node.range.start);
  const [token, other] = tokenise(node.text);
  if (token?.kind !== 'word' || other !== undefined || from < 0) return [];
  if (from + node.text.length > node.range.end) return [];
  const raw = node.text.slice(token.start, token.end).replace(/['’][sS]$/, '');
  const start = from + token.start;
  return [{ start, end: start + raw.length, word: token.text, open: node.prefix === 'typing' }];
}

function isPlain(word: string): boolean {
  return /^[a-z]+$/.test(word) && !stopWords.has(word);
}

function mayBeSlip({ word, open }: Piece, vocabulary: SpellingVocabulary): boolean {
  if (word.length < shortestWord || !isPlain(word)) return false;
  if (open && isBeginning(word, vocabulary)) return false;
  return vocabulary.documentsWith(word) <= mostDocumentsOfSlip(vocabulary);
}

function isBeginning(word: string, vocabulary: SpellingVocabulary): boolean {
  for (const other of stopWords) if (other.startsWith(word)) return true;
  return vocabulary.hasBeginning(word);
}

function mostDocumentsOfSlip({ documents }: SpellingVocabulary): number {
  return Math.max(1, Math.floor(documents / documentsASlip));
}

/** Whether the archive has two neighbouring words only as one: "wind mill" -> "windmill". */
function areOneWord(
  first: Piece,
  second: Piece,
  text: string,
  vocabulary: SpellingVocabulary,
): boolean {
  const joined = first.word + second.word;
  if (joined.length < shortestWord || !isPlain(first.word) || !isPlain(second.word)) return false;
  if (!/^\s+$/.test(text.slice(first.end, second.start))) return false;
  const documents = stopWords.has(joined) ? 0 : vocabulary.documentsWith(joined);
  if (documents === 0) return false;
  const rarer = Math.min(
    vocabulary.documentsWith(first.word),
    vocabulary.documentsWith(second.word),
  );
  return documents >= clearlyMore * rarer || !vocabulary.hasPair(first.word, second.word);
}

function correction(word: string, vocabulary: SpellingVocabulary): string | null {
  const least = Math.max(1, clearlyMore * vocabulary.documentsWith(word));
  const near = neighbours(word, vocabulary);
  return (
    bestOf(near.once, word, least, vocabulary) ??
    parted(word, least, vocabulary) ??
    bestOf(near.twice, word, least, vocabulary)
  );
}

interface Neighbours {
  /** Words that one slip, and two slips, make of the typed one. */
  readonly once: ReadonlySet<string>;
  readonly twice: ReadonlySet<string>;
}

/** Two slips leave the first letter as it is. */
function neighbours(word: string, vocabulary: SpellingVocabulary): Neighbours {
  const typed = Buffer.from(word, 'latin1');
  const limit = word.length < twoSlipsFrom ? 1 : 2;
  const once = new Set<string>();
  const twice = new Set<string>();
  vocabulary.visitWordBytes(word.length - limit, word.length + limit, (bytes, start, end) => {
    const sameFirst = bytes[start] === typed[0];
    // One slip in the first letter leaves the last one.
    if (!sameFirst && bytes[end - 1] !== typed[typed.length - 1]) return;
    const distance = editDistance(typed, bytes, start, end, sameFirst ? limit : 1);
    if (distance === 0 || distance > (sameFirst ? limit : 1)) return;
    const other = Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start).toString(
      'latin1',
    );
    if (/^[a-z]+$/.test(other)) (distance === 1 ? once : twice).add(other);
  });
  return { once, twice };
}

/** The most frequent one; of about equally frequent ones the likeliest slip. */
function bestOf(
  words: Iterable<string>,
  typed: string,
  least: number,
  vocabulary: SpellingVocabulary,
): string | null {
  const candidates = [];
  for (const word of words) {
    const documents = vocabulary.documentsWith(word);
    if (documents < least) continue;
    const frequency = Math.floor(Math.log2(documents));
    candidates.push({ word, frequency, likely: slipLikelihood(typed, word) });
  }
  candidates.sort(
    (a, b) => b.frequency - a.frequency || b.likely - a.likely || byCodeUnits(a.word, b.word),
  );
  return candidates[0]?.word ?? null;
}

/** Two words that the archive has one after the other: "pressrelease" -> "press release". */
function parted(word: string, least: number, vocabulary: SpellingVocabulary): string | null {
  const partings: { first: string; second: string; documents: number }[] = [];
  for (let at = shortestPart; at <= word.length - shortestPart; at += 1) {
    const first = word.slice(0, at);
    const second = word.slice(at);
    const inFirst = vocabulary.documentsWith(first);
    const documents = inFirst < least ? 0 : Math.min(inFirst, vocabulary.documentsWith(second));
    if (documents >= least) partings.push({ first, second, documents });
  }
  const found = partings
    .sort((a, b) => b.documents - a.documents)
    .slice(0, mostPartings)
    .find(({ first, second }) => vocabulary.hasPair(first, second));
  return found === undefined ? null : `${found.first} ${found.second}`;
}

function changed(text: string, changes: readonly Change[]): Suggestion {
  const segments: Segment[] = [];
  let at = 0;
  for (const { start, end, words } of changes) {
    if (start > at) segments.push({ text: text.slice(at, start), hit: false });
    segments.push({ text: writtenAs(text.slice(start, end), words), hit: true });
    at = end;
  }
  if (at < text.length) segments.push({ text: text.slice(at), hit: false });
  return { text: segments.map((segment) => segment.text).join(''), segments };
}

/** Capitalised where the typed word is. */
function writtenAs(typed: string, words: string): string {
  const first = typed.charAt(0);
  const isCapital = first !== first.toLowerCase();
  return isCapital ? words.charAt(0).toUpperCase() + words.slice(1) : words;
}
