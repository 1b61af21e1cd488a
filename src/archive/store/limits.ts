const megabyte = 1024 * 1024;

/** How much may be in the journal and in memory. Tests take less, to meet the limits at every step. */
export interface Limits {
  /** A segment of the journal of this size is followed by another, so that what is saved can go soon. */
  readonly segmentBytes: number;
  /** A journal of this size is saved without waiting, so that opening after a crash stays quick. */
  readonly journalBytes: number;
  /** From here on bodies are written ahead of everything else, to get them out of memory. */
  readonly manyLetters: number;
  /** From here on whoever changes something waits: files take longer than the journal. */
  readonly mostLetters: number;
}

export const usualLimits: Limits = {
  segmentBytes: 8 * megabyte,
  journalBytes: 64 * megabyte,
  manyLetters: 2 * megabyte,
  mostLetters: 10 * megabyte,
};
