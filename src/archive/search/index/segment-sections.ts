/** Raised whenever what a segment holds, or how, changes: segments of another number are made anew. */
export const segmentFormat = 1;

/**
 * The parts of a segment file. The first are read when it is opened, the ones from `ranks` on when
 * they are needed. `docs/data-format.md` describes each.
 */
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

export const coldSections: ReadonlySet<SectionName> = new Set([
  'ranks',
  'postings',
  'tokens',
  'texts',
]);

export interface SegmentCounts {
  readonly documents: number;
  readonly terms: number;
  readonly words: number;
}

/** A segment as it is built, before it is written. */
export interface SegmentData {
  readonly counts: SegmentCounts;
  /** Each in pieces, to be put behind one another. */
  readonly sections: Readonly<Record<SectionName, readonly Uint8Array[]>>;
}

/** What a segment is read from. */
export interface SegmentSource {
  readonly counts: SegmentCounts;
  /** The whole section, eight-byte aligned. */
  bytes(name: SectionName): Uint8Array<ArrayBuffer>;
  numbers(name: SectionName): Uint32Array<ArrayBuffer>;
  length(name: SectionName): number;
  /** The bytes of a section from `start` to `end`; only these are read. */
  slice(name: SectionName, start: number, end: number): Uint8Array;
  /** Whether the section still has its checksum; reads it anew, a piece a turn. */
  check(name: SectionName): Generator<undefined, boolean>;
  close(): void;
}
