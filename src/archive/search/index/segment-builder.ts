import { Buffer } from 'node:buffer';
import type { SearchDocument } from '../search-document';
import { slotCount } from '../posting-store';
import { utf8Order } from './utf8-order';
import { firstWordId } from '../word-table';
import { ByteWriter, PiecewiseWriter } from './byte-writer';
import { dateNumber, listFacets, listValues, traitsOf, type ListFacet } from './columns';
import { DocumentAnalyser } from './document-analyser';
import { writeTexts } from './document-texts';
import { GrowingUint32, GrowingUint8 } from './growing';
import type { SectionName, SegmentData } from './segment-sections';

/** The term of a Han character's word entry: its terms depend on its neighbours. */
export const noTerm = 0xffffffff;

/** Steps of long loops between two chances for something else to run. */
const stride = 2_048;

class FacetBuilder {
  readonly #numbers = new Map<string, number>();
  readonly #texts: string[] = [];
  readonly offsets = new GrowingUint32();
  readonly values = new GrowingUint32();

  add(values: readonly string[]): void {
    if (this.offsets.length === 0) this.offsets.push(0);
    const before = this.values.length;
    for (const value of values) {
      let number = this.#numbers.get(value);
      if (number === undefined) {
        number = this.#texts.length;
        this.#numbers.set(value, number);
        this.#texts.push(value);
      }
      // A tag given twice is one tag.
      if (!this.values.values.subarray(before, this.values.length).includes(number)) {
        this.values.push(number);
      }
    }
    this.offsets.push(this.values.length);
  }

  texts(): Uint8Array {
    return Buffer.from(JSON.stringify(this.#texts), 'utf8');
  }
}

/** Makes a segment of documents, given one after another. */
export class SegmentBuilder {
  readonly #analyser = new DocumentAnalyser();
  readonly #ids: string[] = [];
  readonly #stamps = new GrowingUint32();
  readonly #dates = new GrowingUint32();
  readonly #traits = new GrowingUint8();
  readonly #facets: Readonly<Record<ListFacet, FacetBuilder>> = {
    partner: new FacetBuilder(),
    tag: new FacetBuilder(),
    person: new FacetBuilder(),
  };
  /** All postings in the order of the documents. */
  readonly #terms = new GrowingUint32();
  readonly #slots = new GrowingUint8();
  readonly #ends = new GrowingUint32();
  readonly #tokens = new ByteWriter(1 << 20);
  readonly #tokenOffsets = new GrowingUint32();
  readonly #texts = new PiecewiseWriter();
  readonly #textOffsets = new GrowingUint32();

  readonly #writeText = (text: string): void => {
    this.#texts.text(text);
  };

  get size(): number {
    return this.#ids.length;
  }

  /** Bytes of what must fit into one segment: offsets are 32-bit numbers. */
  get bytes(): number {
    return Math.max(this.#texts.length, this.#tokens.length);
  }

  /** Ids are the caller's to keep distinct. */
  add(document: SearchDocument): void {
    if (this.size === 0) {
      this.#tokenOffsets.push(0);
      this.#textOffsets.push(0);
    }
    const analyser = this.#analyser;
    analyser.analyse(document);
    this.#terms.reserve(analyser.termIds.length);
    this.#terms.values.set(analyser.termIds.view(), this.#terms.length);
    this.#terms.length += analyser.termIds.length;
    this.#slots.reserve(analyser.slots.length);
    this.#slots.values.set(analyser.slots.view(), this.#slots.length);
    this.#slots.length += analyser.slots.length;
    this.#ends.push(this.#terms.length);
    this.#tokens.append(analyser.tokens.view());
    this.#tokenOffsets.push(this.#tokens.length);
    writeTexts(document, this.#writeText);
    this.#textOffsets.push(this.#texts.length);
    this.#ids.push(document.id);
    this.#stamps.push(document.stamp);
    this.#dates.push(dateNumber(document.publicationDate));
    this.#traits.push(traitsOf(document));
    for (const facet of listFacets) this.#facets[facet].add(listValues(document, facet));
  }

  /** The segment; yields now and then, since it takes a while. The builder is used up. */
  *finish(): Generator<undefined, SegmentData> {
    const { terms, words } = this.#analyser;
    const termOrder = Uint32Array.from({ length: terms.size }, (_, id) => id);
    const termTexts = Array.from(termOrder, (id) => terms.text(id));
    yield;
    const byTerm = utf8Order(termTexts);
    termOrder.sort((a, b) => byTerm(termTexts[a] ?? '', termTexts[b] ?? ''));
    yield;
    const termRanks = new Uint32Array(termOrder.length);
    termOrder.forEach((id, rank) => (termRanks[id] = rank));
    const termList = textList(termOrder, (id) => termTexts[id] ?? '');
    yield;
    const postings = yield* this.#postings(termOrder, termRanks);

    const wordCount = words.end - firstWordId;
    const wordOrder = Uint32Array.from({ length: wordCount }, (_, at) => at + firstWordId);
    const wordTexts = Array.from(wordOrder, (id) => words.word(id));
    yield;
    const byWord = utf8Order(wordTexts);
    wordOrder.sort((a, b) =>
      byWord(wordTexts[a - firstWordId] ?? '', wordTexts[b - firstWordId] ?? ''),
    );
    yield;
    const wordList = textList(wordOrder, (id) => wordTexts[id - firstWordId] ?? '');
    const ranks = new Uint32Array(wordCount);
    wordOrder.forEach((id, rank) => (ranks[id - firstWordId] = rank));
    const wordTerms = wordOrder.map((id) =>
      words.isHan(id) ? noTerm : (termRanks[this.#analyser.termOf(id)] ?? noTerm),
    );
    yield;

    const idOrder = Uint32Array.from({ length: this.size }, (_, at) => at);
    const byId = utf8Order(this.#ids);
    idOrder.sort((a, b) => byId(this.#ids[a] ?? '', this.#ids[b] ?? ''));
    const idList = textList(
      Uint32Array.from({ length: this.size }, (_, at) => at),
      (at) => this.#ids[at] ?? '',
    );
    yield;
    const facetSections = (facet: ListFacet): readonly [Uint8Array, Uint8Array, Uint8Array] => {
      const { offsets, values } = this.#facets[facet];
      return [bytesOf(offsets.view()), bytesOf(values.view()), this.#facets[facet].texts()];
    };
    const [partnerOffsets, partnerValues, partnerTexts] = facetSections('partner');
    const [tagOffsets, tagValues, tagTexts] = facetSections('tag');
    const [personOffsets, personValues, personTexts] = facetSections('person');
    const whole: Record<Exclude<SectionName, 'texts'>, Uint8Array> = {
      termOffsets: termList.offsets,
      terms: termList.texts,
      documentFrequencies: bytesOf(postings.frequencies),
      postingOffsets: bytesOf(postings.offsets),
      wordOffsets: wordList.offsets,
      words: wordList.texts,
      wordTerms: bytesOf(wordTerms),
      wordIds: bytesOf(wordOrder),
      idOffsets: idList.offsets,
      ids: idList.texts,
      idOrder: bytesOf(idOrder),
      stamps: bytesOf(this.#stamps.view()),
      tokenOffsets: bytesOf(this.#tokenOffsets.view()),
      textOffsets: bytesOf(this.#textOffsets.view()),
      dates: bytesOf(this.#dates.view()),
      traits: this.#traits.view(),
      partnerOffsets,
      partnerValues,
      partnerTexts,
      tagOffsets,
      tagValues,
      tagTexts,
      personOffsets,
      personValues,
      personTexts,
      ranks: bytesOf(ranks),
      postings: postings.bytes,
      tokens: this.#tokens.view(),
    };
    const sections = Object.fromEntries(
      Object.entries(whole).map(([name, bytes]) => [name, [bytes]]),
    ) as unknown as Record<keyof typeof whole, readonly Uint8Array[]>;
    return {
      counts: { documents: this.size, terms: terms.size, words: wordCount },
      sections: { ...sections, texts: this.#texts.pieces() },
    };
  }

  /**
   * The postings by term: a counting sort keeps documents in order within a term. A term's postings
   * are, for each slot that any document fell into, the slot, how many, and the distances between
   * the document numbers, all as varints.
   */
  *#postings(
    order: Uint32Array,
    ranks: Uint32Array,
  ): Generator<
    undefined,
    { bytes: Uint8Array; offsets: Uint32Array; frequencies: Uint32Array<ArrayBuffer> }
  > {
    const terms = this.#terms.view();
    const slots = this.#slots.view();
    const ends = this.#ends.view();
    const starts = new Uint32Array(order.length + 1);
    const big = stride * 256;
    for (let at = 0; at < terms.length; at += 1) {
      const rank = (ranks[terms[at] ?? 0] ?? 0) + 1;
      starts[rank] = (starts[rank] ?? 0) + 1;
      if (at % big === big - 1) yield;
    }
    const frequencies = starts.slice(1);
    for (let rank = 0; rank < order.length; rank += 1) {
      starts[rank + 1] = (starts[rank + 1] ?? 0) + (starts[rank] ?? 0);
    }
    const next = starts.slice(0, -1);
    const documents = new Uint32Array(terms.length);
    const slotOf = new Uint8Array(terms.length);
    let at = 0;
    for (let document = 0; document < ends.length; document += 1) {
      const end = ends[document] ?? 0;
      for (; at < end; at += 1) {
        const rank = ranks[terms[at] ?? 0] ?? 0;
        const place = next[rank] ?? 0;
        next[rank] = place + 1;
        documents[place] = document;
        slotOf[place] = slots[at] ?? 0;
      }
      if (document % stride === stride - 1) yield;
    }
    const bytes = new ByteWriter(terms.length * 2 + 1024);
    const offsets = new Uint32Array(order.length + 1);
    const counts = new Uint32Array(slotCount);
    const nextInSlot = new Uint32Array(slotCount);
    let bySlot = new Uint32Array(1 << 12);
    for (let rank = 0; rank < order.length; rank += 1) {
      const start = starts[rank] ?? 0;
      const end = starts[rank + 1] ?? 0;
      if (end - start === 1) {
        bytes.varint(slotOf[start] ?? 0);
        bytes.varint(1);
        bytes.varint(documents[start] ?? 0);
      } else {
        counts.fill(0);
        for (let place = start; place < end; place += 1) {
          const slot = slotOf[place] ?? 0;
          counts[slot] = (counts[slot] ?? 0) + 1;
        }
        let from = 0;
        for (let slot = 0; slot < slotCount; slot += 1) {
          nextInSlot[slot] = from;
          from += counts[slot] ?? 0;
        }
        if (bySlot.length < end - start) bySlot = new Uint32Array((end - start) * 2);
        for (let place = start; place < end; place += 1) {
          const slot = slotOf[place] ?? 0;
          const to = nextInSlot[slot] ?? 0;
          bySlot[to] = documents[place] ?? 0;
          nextInSlot[slot] = to + 1;
        }
        let read = 0;
        for (let slot = 0; slot < slotCount; slot += 1) {
          const count = counts[slot] ?? 0;
          if (count === 0) continue;
          bytes.varint(slot);
          bytes.varint(count);
          let last = 0;
          for (const until = read + count; read < until; read += 1) {
            const document = bySlot[read] ?? 0;
            bytes.varint(document - last);
            last = document;
          }
        }
      }
      offsets[rank + 1] = bytes.length;
      if (rank % stride === stride - 1) yield;
    }
    return { bytes: bytes.view(), offsets, frequencies };
  }
}

function textList(
  order: Uint32Array,
  textOf: (id: number) => string,
): { readonly offsets: Uint8Array; readonly texts: Uint8Array } {
  const offsets = new Uint32Array(order.length + 1);
  const texts = new ByteWriter(order.length * 10 + 64);
  order.forEach((id, rank) => {
    texts.text(textOf(id));
    offsets[rank + 1] = texts.length;
  });
  return { offsets: bytesOf(offsets), texts: texts.view() };
}

function bytesOf(values: Uint32Array): Uint8Array {
  return new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
}
