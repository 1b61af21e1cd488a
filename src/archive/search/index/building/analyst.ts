import type { PostingBatch, PostingTask, WrittenPostings } from './posting-batches';

/** Texts of documents that follow one another, as `joinedTexts` puts them. */
export interface GivenTexts {
  /** UTF-8 of all of them, for threads in memory that is shared. */
  readonly texts: Uint8Array;
  /** Where each text begins, and the last one ends. */
  readonly bounds: Uint32Array;
}

/** What they turned into, apart from their tokens, which wait for the last numbers of the words. */
export interface AnalysedTexts extends PostingBatch {
  /** The words, and Han characters, that the analyst met for the first time, in that order. */
  readonly words: JoinedTexts;
  /** 1 for those that are Han characters. */
  readonly han: Uint8Array;
}

/** Texts without line breaks, joined by them: one string is quicker sent than thousands. */
export interface JoinedTexts {
  readonly count: number;
  readonly text: string;
}

/** Beside the analyst's own numbers of its terms and words. */
export interface KnownTerms {
  readonly terms: JoinedTexts;
  /** How many documents each term has. */
  readonly frequencies: Uint32Array;
  /** The term of each word; `noTerm` for Han characters. */
  readonly termsOfWords: Uint32Array;
}

/** The tokens of an analyst's documents, one array for each of its batches. */
export interface WrittenTokens {
  readonly tokens: readonly Uint8Array[];
  /** How many bytes each document has. */
  readonly lengths: readonly Uint32Array[];
}

/** What an analyst can be asked, in this order; any number of texts. */
export interface AnalystTasks {
  readonly texts: { readonly given: GivenTexts; readonly answer: AnalysedTexts };
  readonly terms: { readonly given: null; readonly answer: KnownTerms };
  readonly postings: { readonly given: PostingTask; readonly answer: WrittenPostings };
  /** Given are the ids that its words get, from `firstWordId` on; null where they keep their own. */
  readonly tokens: { readonly given: Uint32Array | null; readonly answer: WrittenTokens };
}
export type AnalystTask = keyof AnalystTasks;

/**
 * An answer on its way. What it yields is waited for; where that is undefined, something else may run
 * for a moment.
 */
export type Pending<Answer> = Generator<Promise<unknown> | undefined, Answer>;

/** Takes the texts of a segment's documents apart, alone or with others of its kind. */
export interface Analyst {
  /** Works in the thread that asks, which has its answers at once. */
  readonly isHere: boolean;
  /** How many tasks it has before it. */
  readonly waiting: number;
  /** Resolves when there is one less; never rejects. */
  readonly progress: Promise<unknown> | null;

  ask<Task extends AnalystTask>(
    task: Task,
    given: AnalystTasks[Task]['given'],
  ): Pending<AnalystTasks[Task]['answer']>;
}

export function joinTexts(texts: readonly string[]): JoinedTexts {
  return { count: texts.length, text: texts.join('\n') };
}

export function splitTexts({ count, text }: JoinedTexts): readonly string[] {
  return count === 0 ? [] : text.split('\n');
}
