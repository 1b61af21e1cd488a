import { Buffer } from 'node:buffer';
import type { SearchDocument } from '../search-document';
import { inUtf8Order } from './utf8-order';
import { firstWordId } from '../word-table';
import { ByteWriter, PiecewiseWriter } from './byte-writer';
import { dateNumber, listFacets, listValues, traitsOf, type ListFacet } from './columns';
import { DocumentAnalyser } from './document-analyser';
import { writeTexts } from './document-texts';
import { GrowingUint32, GrowingUint8 } from './growing';
import { PostingLists } from './posting-lists';
import type { SectionName, SegmentData } from './segment-sections';

/** The term of a Han character's word entry: its terms depend on its neighbours. */
export const noTerm = 0xffffffff;

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
  readonly #postings = new PostingLists();
  readonly #tokens = new PiecewiseWriter();
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
    this.#postings.add(analyser.termIds.view(), analyser.slots.view(), analyser.terms.size);
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
    const termTexts = Array.from({ length: terms.size }, (_, id) => terms.text(id));
    yield;
    const termOrder = inUtf8Order(termTexts);
    yield;
    const termRanks = new Uint32Array(termOrder.length);
    termOrder.forEach((id, rank) => (termRanks[id] = rank));
    const termList = textList(termOrder, (id) => termTexts[id] ?? '');
    yield;
    const postings = yield* this.#postings.write(termOrder);

    const wordCount = words.end - firstWordId;
    const wordTexts = Array.from({ length: wordCount }, (_, at) => words.word(at + firstWordId));
    yield;
    const wordOrder = inUtf8Order(wordTexts).map((at) => at + firstWordId);
    yield;
    const wordList = textList(wordOrder, (id) => wordTexts[id - firstWordId] ?? '');
    const ranks = new Uint32Array(wordCount);
    wordOrder.forEach((id, rank) => (ranks[id - firstWordId] = rank));
    const wordTerms = wordOrder.map((id) =>
      words.isHan(id) ? noTerm : (termRanks[this.#analyser.termOf(id)] ?? noTerm),
    );
    yield;

    const idOrder = inUtf8Order(this.#ids);
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
    const whole: Record<Exclude<SectionName, 'texts' | 'tokens'>, Uint8Array> = {
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
    };
    const sections = Object.fromEntries(
      Object.entries(whole).map(([name, bytes]) => [name, [bytes]]),
    ) as unknown as Record<keyof typeof whole, readonly Uint8Array[]>;
    return {
      counts: { documents: this.size, terms: terms.size, words: wordCount },
      sections: { ...sections, tokens: this.#tokens.pieces(), texts: this.#texts.pieces() },
    };
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
