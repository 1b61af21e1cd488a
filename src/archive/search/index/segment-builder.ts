import { crc32 } from 'node:zlib';
import type { SearchDocument } from '../search-document';
import { firstWordId } from '../word-table';
import type { AnalysedTexts, Analyst, Pending } from './building/analyst';
import { DocumentColumns } from './building/document-columns';
import { LocalAnalyst } from './building/local-analyst';
import { mergeTerms, mergeWords } from './building/merged-dictionary';
import type { PostingTask, WrittenPostings } from './building/posting-batches';
import { bytesOf, ranksIn, textList } from './building/text-list';
import { TextPieces } from './building/text-pieces';
import { joinedTexts } from './document-texts';
import { GrowingUint32 } from './growing';
import { noTerm, type SectionName, type SegmentData } from './segment-sections';
import { inUtf8Order } from './utf8-order';

/** Bytes of the texts that an analyst is given at once. */
const batchBytes = 1 << 18;
/** Batches that wait for a thread before somebody has to wait for it, or does them here. */
const mostWaiting = 6;

interface Batch {
  readonly firstDocument: number;
  /** UTF-8. */
  readonly texts: Uint8Array;
  /** How many bytes each document has. */
  readonly textLengths: Uint32Array;
  /** Place in the list of analysts. */
  readonly analyst: number;
  readonly analysed: Pending<AnalysedTexts>;
}

/**
 * Makes a segment of documents, given one after another. The analysts share the work; the segment is
 * the same, byte for byte, however many they are.
 */
export class SegmentBuilder {
  readonly #analysts: readonly Analyst[];
  readonly #columns = new DocumentColumns();
  readonly #batches: Batch[] = [];
  /** Texts of the batch that is collected, and where each begins. */
  readonly #texts: TextPieces;
  readonly #bounds = new GrowingUint32();
  /** Of the batches before. */
  #textBytes = 0;

  constructor(analysts: readonly Analyst[] = [new LocalAnalyst()]) {
    this.#analysts = analysts;
    this.#texts = new TextPieces(analysts.some(({ isHere }) => !isHere));
    this.#bounds.push(0);
  }

  get size(): number {
    return this.#columns.size;
  }

  /** Bytes of the longest section; a segment's offsets are 32-bit numbers. */
  get bytes(): number {
    return this.#textBytes + this.#texts.length;
  }

  /** Resolves when more documents can be taken; null where that is at once. */
  get pressure(): Promise<unknown> | null {
    if (this.#analysts.some(({ isHere, waiting }) => isHere || waiting < mostWaiting)) return null;
    return Promise.race(this.#analysts.flatMap(({ progress }) => progress ?? []));
  }

  /** Ids are the caller's to keep distinct. */
  add(document: SearchDocument): void {
    const [before, body] = joinedTexts(document);
    const units = before.length + body.length;
    if (!this.#texts.hasRoom(units)) {
      this.#flush();
      this.#texts.makeRoom(units);
    }
    this.#texts.write(before);
    this.#texts.write(body);
    this.#bounds.push(this.#texts.length);
    this.#columns.add(document);
    if (this.#texts.length >= batchBytes) this.#flush();
  }

  /** The segment, as an answer on its way. The builder is used up. */
  *finish(): Pending<SegmentData> {
    this.#flush();
    const analysed = yield* each(this.#batches.map((batch) => batch.analysed));
    const known = yield* each(this.#analysts.map((analyst) => analyst.ask('terms', null)));

    const terms = mergeTerms(known);
    yield;
    const termOrder = inUtf8Order(terms.texts);
    yield;
    const termRanks = ranksIn(termOrder);
    const ranks = terms.numbers.map((numbers) => numbers.map((number) => termRanks[number] ?? 0));
    const frequencies = new Uint32Array(termOrder.length);
    known.forEach((one, analyst) => {
      one.frequencies.forEach((count, term) => {
        const rank = ranks[analyst]?.[term] ?? 0;
        frequencies[rank] = (frequencies[rank] ?? 0) + count;
      });
    });
    const batches = analysed.map(({ postings, lengths }, at) => {
      const { firstDocument = 0, analyst = 0 } = this.#batches[at] ?? {};
      return { postings, lengths, firstDocument, analyst };
    });
    const postings = this.#askPostings({ batches, ranks, frequencies });
    yield;
    const words = mergeWords(
      analysed.map((one, at) => ({ ...one, analyst: this.#batches[at]?.analyst ?? 0 })),
      known,
      terms.numbers,
    );
    const isShared = this.#analysts.length > 1;
    const tokens = this.#analysts.map((analyst, number) =>
      analyst.ask('tokens', isShared ? (words.ids[number] ?? null) : null),
    );
    yield;
    const termList = textList(termOrder, terms.texts);
    yield;
    const wordOrder = inUtf8Order(words.texts);
    yield;
    const wordList = textList(wordOrder, words.texts);
    const wordTerms = wordOrder.map((word) => {
      const term = words.terms[word] ?? noTerm;
      return term === noTerm ? noTerm : (termRanks[term] ?? noTerm);
    });
    yield;
    const columns = this.#columns.sections();
    yield;
    // While other threads write postings and tokens, this one would only wait.
    const sums = isShared ? { texts: yield* this.#sumOfTexts() } : {};
    const writtenPostings = yield* each(postings);
    const writtenTokens = yield* each(tokens);
    const tokenPieces: Uint8Array[] = [];
    const tokenLengths: Uint32Array[] = [];
    const next = this.#analysts.map(() => 0);
    for (const { analyst } of this.#batches) {
      const place = next[analyst] ?? 0;
      next[analyst] = place + 1;
      tokenPieces.push(writtenTokens[analyst]?.tokens[place] ?? new Uint8Array(0));
      tokenLengths.push(writtenTokens[analyst]?.lengths[place] ?? new Uint32Array(0));
    }
    const whole: Record<WholeSection, Uint8Array> = {
      ...columns,
      termOffsets: termList.offsets,
      terms: termList.texts,
      documentFrequencies: bytesOf(frequencies),
      postingOffsets: bytesOf(offsetsOf(writtenPostings, termOrder.length)),
      wordOffsets: wordList.offsets,
      words: wordList.texts,
      wordTerms: bytesOf(wordTerms),
      wordIds: bytesOf(wordOrder.map((word) => word + firstWordId)),
      tokenOffsets: bytesOf(summed(tokenLengths, this.size)),
      textOffsets: bytesOf(
        summed(
          this.#batches.map(({ textLengths }) => textLengths),
          this.size,
        ),
      ),
      ranks: bytesOf(ranksIn(wordOrder)),
    };
    const sections = Object.fromEntries(
      Object.entries(whole).map(([name, bytes]) => [name, [bytes]]),
    ) as unknown as Record<WholeSection, readonly Uint8Array[]>;
    return {
      counts: { documents: this.size, terms: termOrder.length, words: wordOrder.length },
      sections: {
        ...sections,
        postings: writtenPostings.map(({ bytes }) => bytes),
        tokens: tokenPieces,
        texts: this.#batches.map(({ texts }) => texts),
      },
      sums,
    };
  }

  *#sumOfTexts(): Pending<number> {
    let sum = 0;
    for (const { texts } of this.#batches) {
      sum = crc32(texts, sum);
      yield;
    }
    return sum;
  }

  /** Hands the collected texts to an analyst. */
  #flush(): void {
    const documents = this.#bounds.length - 1;
    if (documents === 0) return;
    const texts = this.#texts.take();
    const bounds = this.#bounds.view().slice();
    const number = this.#leastBusy();
    const analysed = this.#analysts[number]?.ask('texts', { texts, bounds });
    if (analysed === undefined) throw new RangeError('a segment is made by at least one analyst');
    this.#batches.push({
      firstDocument: this.size - documents,
      texts,
      textLengths: bounds.subarray(1).map((end, at) => end - (bounds[at] ?? 0)),
      analyst: number,
      analysed,
    });
    this.#textBytes += texts.length;
    this.#bounds.clear();
    this.#bounds.push(0);
  }

  /** The place in the list of the analyst that has least to do; the one in this thread does the rest. */
  #leastBusy(): number {
    const here = this.#analysts.findIndex(({ isHere }) => isHere);
    let least = here;
    let fewest = here < 0 ? Infinity : mostWaiting;
    this.#analysts.forEach(({ isHere, waiting }, number) => {
      if (isHere || waiting >= fewest) return;
      fewest = waiting;
      least = number;
    });
    return least;
  }

  /**
   * Threads write about as many postings each: whoever is here has the dictionaries to put in order
   * meanwhile.
   */
  #askPostings(task: Omit<PostingTask, 'from' | 'to'>): readonly Pending<WrittenPostings>[] {
    const { frequencies } = task;
    const threads = this.#analysts.filter(({ isHere }) => !isHere);
    const writers = threads.length > 0 ? threads : this.#analysts;
    const total = frequencies.reduce((sum, count) => sum + count, 0);
    let from = 0;
    let sum = 0;
    return writers.map((analyst, number) => {
      const share = (total * (number + 1)) / writers.length;
      let to = from;
      const isLast = number === writers.length - 1;
      for (; to < frequencies.length && (isLast || sum < share); to += 1) {
        sum += frequencies[to] ?? 0;
      }
      const asked = analyst.ask('postings', { ...task, from, to });
      from = to;
      return asked;
    });
  }
}

type WholeSection = Exclude<SectionName, 'texts' | 'tokens' | 'postings'>;

/** What one after another answers. */
function* each<Answer>(answers: readonly Pending<Answer>[]): Pending<readonly Answer[]> {
  const all: Answer[] = [];
  for (const answer of answers) all.push(yield* answer);
  return all;
}

/** Where each text begins, and the last one ends. */
function summed(lengths: readonly Uint32Array[], count: number): Uint32Array {
  const offsets = new Uint32Array(count + 1);
  let at = 0;
  let end = 0;
  for (const some of lengths) {
    for (const length of some) {
      end += length;
      at += 1;
      offsets[at] = end;
    }
  }
  return offsets;
}

/** Where the postings of each term begin, and the last ones end. */
function offsetsOf(written: readonly WrittenPostings[], terms: number): Uint32Array {
  const offsets = new Uint32Array(terms + 1);
  let at = 0;
  let before = 0;
  for (const { bytes, ends } of written) {
    for (const end of ends) {
      at += 1;
      offsets[at] = before + end;
    }
    before += bytes.length;
  }
  return offsets;
}
