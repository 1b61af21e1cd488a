import { occurrenceWeight, rankedFields } from './ranking';
import type { SearchDocument } from './search-document';
import { visitTokens, type Token } from './text-analysis';
import { firstWordId, type Vocabulary } from './vocabulary';

/**
 * The words of a document in their order, as word ids: what phrases are checked against and what an
 * index can be built from again. Ids 1 to 8 open a field; 0 parts two texts of a field, and two Han
 * characters that don't touch.
 */
export type TokenStream = Uint32Array<ArrayBuffer>;

const streamBreak = 0;

export function encodeDocument(document: SearchDocument, vocabulary: Vocabulary): TokenStream {
  const ids: number[] = [];
  rankedFields.forEach((field, number) => {
    ids.push(number + 1);
    field.texts(document).forEach((text, position) => {
      if (position > 0) ids.push(streamBreak);
      let previous: Token['kind'] | null = null;
      visitTokens(text, ({ kind, text: folded, joined }) => {
        if (kind === 'han') {
          if (previous === 'han' && !joined) ids.push(streamBreak);
          ids.push(vocabulary.hanId(folded));
        } else {
          ids.push(vocabulary.wordId(folded));
        }
        previous = kind;
      });
    });
  });
  return Uint32Array.from(ids);
}

/** The same document in the ids of another vocabulary. */
export function translateStream(
  stream: TokenStream,
  from: Vocabulary,
  to: Vocabulary,
): TokenStream {
  return stream.map((id) => {
    if (id < firstWordId) return id;
    return from.isHan(id) ? to.hanId(from.word(id)) : to.wordId(from.word(id));
  });
}

/** The ids of a sequence of tokens; null when one of its words is nowhere in the archive. */
export function encodeSequence(tokens: readonly Token[], vocabulary: Vocabulary): number[] | null {
  const ids: number[] = [];
  let previous: Token['kind'] | null = null;
  for (const { kind, text, joined } of tokens) {
    if (kind === 'han' && previous === 'han' && !joined) ids.push(streamBreak);
    const id = kind === 'han' ? vocabulary.knownHan(text) : vocabulary.knownWord(text);
    if (id === undefined) return null;
    ids.push(id);
    previous = kind;
  }
  return ids;
}

export function containsSequence(stream: TokenStream, sequence: readonly number[]): boolean {
  const first = sequence[0];
  if (first === undefined) return true;
  for (let at = stream.indexOf(first); at >= 0; at = stream.indexOf(first, at + 1)) {
    let length = 1;
    while (length < sequence.length && stream[at + length] === sequence[length]) length += 1;
    if (length === sequence.length) return true;
  }
  return false;
}

export interface StreamTerms {
  readonly words: ReadonlySet<number>;
  /** Every term with its frequency, weighted by field and length (BM25F). */
  readonly frequencies: ReadonlyMap<number, number>;
}

/** What a Han pair adds to a field's length: Chinese writes most words with two characters. */
const hanLength = 0.5;

/** The distinct words and terms of a document. */
export function streamTerms(stream: TokenStream, vocabulary: Vocabulary): StreamTerms {
  const words = new Set<number>();
  const frequencies = new Map<number, number>();
  let field: number[] = [];
  let fieldNumber = 0;
  let fieldLength = 0;
  /** The Han character just before, and whether it is in a pair already. */
  let han = 0;
  let paired = false;

  const endHan = (): void => {
    if (han !== 0 && !paired) {
      field.push(vocabulary.loneHan(han));
      fieldLength += hanLength;
    }
    han = 0;
    paired = false;
  };
  const endField = (): void => {
    const weight = occurrenceWeight(fieldNumber, fieldLength);
    for (const term of field) frequencies.set(term, (frequencies.get(term) ?? 0) + weight);
    field = [];
    fieldLength = 0;
  };

  for (const id of stream) {
    if (id >= firstWordId) words.add(id);
    if (vocabulary.isHan(id)) {
      if (han !== 0) {
        field.push(vocabulary.hanPair(han, id));
        fieldLength += hanLength;
        paired = true;
      }
      han = id;
      continue;
    }
    endHan();
    if (id >= firstWordId) {
      field.push(vocabulary.termOfWord(id));
      if (!vocabulary.isStopWord(id)) fieldLength += 1;
    } else if (id !== streamBreak) {
      endField();
      fieldNumber = id - 1;
    }
  }
  endHan();
  endField();
  return { words, frequencies };
}
