import type { CorpusDocument } from '../../material/corpus-document';
import { tokenCount } from '../ours';
import { timesOf } from './measured';
import type { Queries } from './queries';

/** What no index can be better than, and what it must be better than. */
export interface Limits {
  /** Milliseconds in which all texts are only taken apart. */
  readonly tokenisingMs: number;
  /** Milliseconds of looking through all lower-cased texts for a word, once per word. */
  readonly scans: readonly number[];
}

const scannedWords = 20;

export async function measureLimits(
  documents: readonly CorpusDocument[],
  queries: Queries,
): Promise<Limits> {
  const began = performance.now();
  let tokens = 0;
  for (const document of documents) tokens += tokenCount(document);
  const tokenisingMs = performance.now() - began;
  if (tokens === 0) throw new Error('The releases have no words.');
  const texts = documents.map(({ headline, body }) => `${headline}\n${body}`.toLowerCase());
  const scan = (word: string): number => texts.filter((text) => text.includes(word)).length;
  return {
    tokenisingMs,
    scans: await timesOf(queries.words.slice(0, scannedWords), scan, { warmUp: 1 }),
  };
}
