import { freemem } from 'node:os';
import { getHeapStatistics } from 'node:v8';
import type { Corpus } from '../../material/corpus';
import type { CorpusDocument } from '../../material/corpus-document';
import type { Peer } from '../../peers/engine';
import type { MiniSearchPackage } from '../../peers/minisearch';
import type { OpenDatabase } from '../../peers/sqlite';

/** Where one size is measured, and beside whom. */
export interface Place {
  readonly n: number;
  readonly dataFolder: string | null;
  readonly corpus: Corpus;
  readonly documents: readonly CorpusDocument[];
  readonly folder: string;
  /** null where it is missing. */
  readonly openDatabase: OpenDatabase | null;
  /** null where it is missing, or there is too little memory. */
  readonly minisearch: MiniSearchPackage | null;
  /** Measured by one kind of query only, and not beyond `slowLimit`. */
  readonly slowPeers: readonly Peer[];
  readonly say: (line: string) => void;
}

/** Releases up to which the slow peers are measured. */
export const slowLimit = 10_000;

const gigabyte = 1024 ** 3;

/** MiniSearch keeps everything in memory: about 2 GB for 100,000 releases, beside their texts. */
export function hasMemoryForMiniSearch(n: number): boolean {
  if (n <= slowLimit) return true;
  const needed = (n / 100_000) * 3.5 * gigabyte;
  return getHeapStatistics().heap_size_limit > needed && freemem() > 2 * needed;
}
