import type { Collection } from '../../material/collection';
import type { Peer } from '../../peers/engine';
import { isStopWord, wordsOf } from '../../peers/words';
import { depth, scoresOf, type Scores } from './measures';
import { ourSearchOver } from './our-engine';

/** Of all engines over one collection. */
export interface Ranked {
  readonly collection: Collection;
  readonly plain: Scores;
  readonly feedback: Scores;
  /** null for Chinese. */
  readonly short: Scores | null;
  readonly peers: ReadonlyMap<string, { readonly plain: Scores; readonly short: Scores | null }>;
}

type Rank = (text: string) => Promise<readonly string[]>;

export async function rankCollection(
  collection: Collection,
  peers: readonly Peer[],
  say: (line: string) => void,
): Promise<Ranked> {
  const { name, documents, queries, isChinese } = collection;
  const kind = isChinese ? 'Chinese' : 'English';
  say(`  ${name}: ${documents.length} documents, ${queries.length} questions, ${kind}`);
  const search = await ourSearchOver(documents);
  const ours =
    (feedback: boolean): Rank =>
    async (text) =>
      (await search.search(text, { limit: depth, feedback })).ids;
  const plain = await scoresWith(collection, ours(false), asTheyAre);
  const feedback = await scoresWith(collection, ours(true), asTheyAre);
  const short = isChinese ? null : await scoresWith(collection, ours(false), threeWords);
  const ofPeers = new Map<string, { plain: Scores; short: Scores | null }>();
  for (const peer of peers) {
    const engine = await peer.build(documents);
    const rank: Rank = (text) => engine.rank(text, depth);
    ofPeers.set(peer.name, {
      plain: await scoresWith(collection, rank, asTheyAre),
      short: isChinese ? null : await scoresWith(collection, rank, threeWords),
    });
    engine.close();
  }
  return { collection, plain, feedback, short, peers: ofPeers };
}

async function scoresWith(
  collection: Collection,
  rank: Rank,
  asked: (text: string) => string,
): Promise<Scores> {
  const rankings = new Map<string, readonly string[]>();
  for (const { id, text } of collection.queries) rankings.set(id, await rank(asked(text)));
  return scoresOf(collection, rankings);
}

const asTheyAre = (text: string): string => text;

/** The first three words that say anything: what somebody types who doesn't write questions. */
export function threeWords(text: string): string {
  return wordsOf(text)
    .filter((word) => !isStopWord(word))
    .slice(0, 3)
    .join(' ');
}
