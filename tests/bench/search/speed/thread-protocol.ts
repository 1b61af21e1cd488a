import type { CorpusDocument } from '../../material/corpus-document';
import type { OurAnswer, OurQuery } from '../our-search';

/** What the thread is started with. */
export interface ThreadStart {
  readonly dataFolder: string | null;
  readonly count: number;
  readonly bodyFile: string;
  /** The compiled thread in which texts are taken apart. */
  readonly indexingScript: string;
}

/** What can be asked of the thread, and what it answers. */
export interface ThreadCalls {
  /**
   * Given is the folder of the index. Milliseconds until it is safe there, with the texts in memory
   * before it begins, and its bytes.
   */
  build: { argument: string; answer: { ms: number; bytes: number } };
  search: { argument: { text: string; query: OurQuery }; answer: OurAnswer };
  add: { argument: CorpusDocument; answer: null };
  update: { argument: CorpusDocument; answer: null };
  remove: { argument: string; answer: null };
}

export type CallName = keyof ThreadCalls;

export interface Asked {
  readonly number: number;
  readonly call: CallName;
  readonly argument: unknown;
}

export interface Answered {
  readonly number: number;
  readonly answer?: unknown;
  readonly error?: string;
}
