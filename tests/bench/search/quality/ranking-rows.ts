import { atLeastTimes, noTarget, type Row } from '../../harness/row';
import { meanScores, type Scores } from './measures';
import type { Ranked } from './rankings';

const measures: readonly (readonly [keyof Scores, string])[] = [
  ['ndcg10', 'nDCG@10'],
  ['map', 'MAP'],
  ['recall100', 'recall@100'],
];

/** Times the best peer's mean that the mean with feedback should reach. */
const feedbackFactors: Readonly<Record<keyof Scores, number>> = {
  ndcg10: 1.02,
  map: 1.05,
  recall100: 1.01,
};

type PeerScores = ReadonlyMap<string, Scores>;

export function rankingRows(ranked: readonly Ranked[]): Row[] {
  const english = ranked.filter(({ collection }) => !collection.isChinese);
  return [
    ...ranked.flatMap((one) => (one.collection.isChinese ? chineseRows(one) : englishRows(one))),
    ...(english.length === 0 ? [] : meanRows(english)),
  ];
}

function englishRows(one: Ranked): Row[] {
  const { name } = one.collection;
  const peers = plainOf(one);
  return [
    ...measures.map(([measure, title]): Row => {
      const row = rowOf([one], `${title}, ${name}`, one.plain, peers, measure);
      if (measure !== 'ndcg10') return row;
      return { ...row, ...atLeastTimes(row.ours, 1, best(row), 'the best peer') };
    }),
    ...measures.map(([measure, title]) =>
      rowOf([one], `${title} with feedback, ${name}`, one.feedback, peers, measure),
    ),
    ...(one.short === null
      ? []
      : [rowOf([one], `nDCG@10 of three words, ${name}`, one.short, shortOf(one), 'ndcg10')]),
  ];
}

function chineseRows(one: Ranked): Row[] {
  const { name } = one.collection;
  const peers = plainOf(one);
  return measures.map(([measure, title]): Row => {
    const row = rowOf([one], `${title}, ${name}`, one.plain, peers, measure);
    if (measure !== 'ndcg10') return row;
    const bigrams = row.peers['FTS5 bigrams'] ?? null;
    return { ...row, ...atLeastTimes(row.ours, 0.99, bigrams, 'FTS5 bigrams') };
  });
}

function meanRows(english: readonly Ranked[]): Row[] {
  const peers = meanOfPeers(english.map(plainOf));
  const plain = meanScores(english.map((one) => one.plain));
  const feedback = meanScores(english.map((one) => one.feedback));
  const shorts = english.flatMap((one) => one.short ?? []);
  const short = rowOf(
    english,
    'nDCG@10 of three words, mean',
    meanScores(shorts),
    meanOfPeers(english.map(shortOf)),
    'ndcg10',
  );
  return [
    ...measures.map(([measure, title]) =>
      rowOf(english, `${title}, mean of the English ones`, plain, peers, measure),
    ),
    ...measures.map(([measure, title]): Row => {
      const row = rowOf(english, `${title} with feedback, mean`, feedback, peers, measure);
      const factor = feedbackFactors[measure];
      return { ...row, ...atLeastTimes(row.ours, factor, best(row), 'the best peer') };
    }),
    { ...short, ...atLeastTimes(short.ours, 1, best(short), 'the best peer') },
  ];
}

function rowOf(
  ranked: readonly Ranked[],
  title: string,
  ours: Scores,
  peers: PeerScores,
  measure: keyof Scores,
): Row {
  const sum = (count: (one: Ranked) => number): number =>
    ranked.reduce((total, one) => total + count(one), 0);
  return {
    name: 'search',
    case: title,
    n: sum(({ collection }) => collection.documents.length),
    unit: '',
    ours: ours[measure],
    peers: Object.fromEntries([...peers].map(([peer, scores]) => [peer, scores[measure]])),
    ...noTarget,
    samples: sum(({ collection }) => collection.queries.length),
  };
}

/** null where nobody is there to compare with. */
function best({ peers }: Row): number | null {
  const values = Object.values(peers).filter((value) => value !== null);
  return values.length === 0 ? null : Math.max(...values);
}

function plainOf({ peers }: Ranked): PeerScores {
  return new Map([...peers].map(([peer, { plain }]) => [peer, plain]));
}

function shortOf({ peers }: Ranked): PeerScores {
  return new Map(
    [...peers].flatMap(([peer, { short }]) => (short === null ? [] : [[peer, short]])),
  );
}

function meanOfPeers(each: readonly PeerScores[]): PeerScores {
  const names = [...(each[0]?.keys() ?? [])];
  return new Map(
    names.map((peer) => [peer, meanScores(each.flatMap((scores) => scores.get(peer) ?? []))]),
  );
}
