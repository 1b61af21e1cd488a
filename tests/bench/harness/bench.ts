import type { Row } from './row';

/** What a bench is given. */
export interface BenchContext {
  /** Folder of real material; null where there is none. */
  readonly dataFolder: string | null;
  /** How many releases; ascending. */
  readonly sizes: readonly number[];
  /** More folders of retrieval collections. */
  readonly collectionFolders: readonly string[];
  /** Where answers for a reader to judge go, as Markdown. */
  readonly questionsFile: string | null;
  /** Of use in which memory may not grow; null leaves it to the bench. */
  readonly minutes: number | null;
  /** An empty folder on disk, gone after the run. */
  readonly scratchFolder: string;
  /** Tells what is going on, or what a reader of the numbers must know. */
  readonly say: (line: string) => void;
}

/** One file `NAME.bench.ts` or `NAME.quality.ts` exports one, as `bench`. */
export interface Bench {
  readonly question: string;
  readonly defaultSizes: readonly number[];
  readonly run: (context: BenchContext) => Promise<readonly Row[]>;
}
