import { Random } from '../../harness/random';
import { hanRuns } from '../../peers/han';
import type { CorpusDocument } from '../../material/corpus-document';
import type { Phrase } from './phrases';

/** Characters of the sequences that are asked for. */
export const sequenceLengths = [1, 2, 3, 4, 6] as const;
const perLength = 100;

/**
 * Sequences of Han characters, cut from unbroken runs, and the documents whose headline or body
 * holds them as `includes` finds them after NFKC.
 */
export function sequencesOf(documents: readonly CorpusDocument[], length: number): Phrase[] {
  const texts = documents.map(({ headline, body }) => `${headline}\n${body}`.normalize('NFKC'));
  const random = new Random(length);
  const asked = new Map<string, Phrase>();
  for (let tries = 0; asked.size < perLength && tries < 100 * perLength; tries += 1) {
    const runs = hanRuns(random.choose(texts)).map((run) => [...run]);
    const longEnough = runs.filter((run) => run.length >= length);
    if (longEnough.length === 0) continue;
    const run = random.choose(longEnough);
    const start = random.below(run.length - length + 1);
    const text = run.slice(start, start + length).join('');
    if (asked.has(text)) continue;
    const holders = documents.filter((_, row) => texts[row]?.includes(text)).map(({ id }) => id);
    asked.set(text, { text, holders: new Set(holders) });
  }
  return [...asked.values()];
}
