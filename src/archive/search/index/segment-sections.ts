/** Raised whenever what a segment holds, or how, changes: segments of another number are made anew. */
export const segmentFormat = 1;

/** The parts of a segment file, each read when it is needed. `docs/data-format.md` describes them. */
export const sectionNames = [
  'termOffsets',
  'terms',
  'documentFrequencies',
  'postingOffsets',
  'wordOffsets',
  'words',
  'wordTerms',
  'wordIds',
  'idOffsets',
  'ids',
  'idOrder',
  'stamps',
  'tokenOffsets',
  'textOffsets',
  'dates',
  'traits',
  'partnerOffsets',
  'partnerValues',
  'partnerTexts',
  'tagOffsets',
  'tagValues',
  'tagTexts',
  'personOffsets',
  'personValues',
  'personTexts',
  'ranks',
  'postings',
  'tokens',
  'texts',
] as const;
export type SectionName = (typeof sectionNames)[number];

/**
 * The parts of which answering reads pieces, so that only checking holds them against their checksums;
 * the others are read whole.
 */
export const piecewiseSections: ReadonlySet<SectionName> = new Set(['postings', 'tokens', 'texts']);
export const wholeSections = sectionNames.filter((name) => !piecewiseSections.has(name));

export interface SegmentCounts {
  readonly documents: number;
  readonly terms: number;
  readonly words: number;
}

/** The term of a Han character's word entry: its terms depend on its neighbours. */
export const noTerm = 0xffffffff;

/** A segment as it is built, before it is written. */
export interface SegmentData {
  readonly counts: SegmentCounts;
  /** Each in pieces, to be put behind one another. */
  readonly sections: Readonly<Record<SectionName, readonly Uint8Array[]>>;
  /** CRC-32 of those for which it is known already. */
  readonly sums: Readonly<Partial<Record<SectionName, number>>>;
}

/** What a segment is read from. */
export interface SegmentSource {
  readonly counts: SegmentCounts;
  /** The whole section, eight-byte aligned. */
  bytes(name: SectionName): Uint8Array<ArrayBuffer>;
  numbers(name: SectionName): Uint32Array<ArrayBuffer>;
  length(name: SectionName): number;
  /** The bytes of a section from `start` to `end`; only these are read, into `room` where they fit. */
  slice(name: SectionName, start: number, end: number, room?: Uint8Array): Uint8Array;
  /** The UTF-8 text of these bytes, made without keeping them. */
  text(name: SectionName, start: number, end: number): string;
  /** Whether the section still has its checksum; reads it anew, a piece a turn. */
  check(name: SectionName): Generator<undefined, boolean>;
  close(): void;
}
