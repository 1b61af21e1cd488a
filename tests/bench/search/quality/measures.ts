import type { Collection } from '../../material/collection';

/** Of one engine over all questions of a collection; means of 0 to 1. */
export interface Scores {
  readonly ndcg10: number;
  readonly map: number;
  readonly recall100: number;
}

type Grades = ReadonlyMap<string, number>;

/** How many answers of each question are looked at. */
export const depth = 1_000;

/**
 * As trec_eval counts: nDCG with the grade itself as gain and log2(rank + 1) as discount, average
 * precision over 1,000 answers.
 */
export function scoresOf(
  { queries, grades }: Collection,
  rankings: ReadonlyMap<string, readonly string[]>,
): Scores {
  const each = queries.map(({ id }) => {
    const ranking = rankings.get(id) ?? [];
    const ofQuery = grades.get(id) ?? new Map<string, number>();
    return {
      ndcg10: ndcg(ranking, ofQuery, 10),
      map: averagePrecision(ranking, ofQuery),
      recall100: recall(ranking, ofQuery, 100),
    };
  });
  return meanScores(each);
}

export function meanScores(scores: readonly Scores[]): Scores {
  return {
    ndcg10: mean(scores.map(({ ndcg10 }) => ndcg10)),
    map: mean(scores.map(({ map }) => map)),
    recall100: mean(scores.map(({ recall100 }) => recall100)),
  };
}

export function ndcg(ranking: readonly string[], grades: Grades, cutoff: number): number {
  const gains = ranking.slice(0, cutoff).map((id) => grades.get(id) ?? 0);
  const ideal = [...grades.values()].sort((a, b) => b - a).slice(0, cutoff);
  return discounted(ideal) === 0 ? 0 : discounted(gains) / discounted(ideal);
}

export function averagePrecision(ranking: readonly string[], grades: Grades): number {
  let found = 0;
  let sum = 0;
  ranking.forEach((id, index) => {
    if (!grades.has(id)) return;
    found += 1;
    sum += found / (index + 1);
  });
  return grades.size === 0 ? 0 : sum / grades.size;
}

export function recall(ranking: readonly string[], grades: Grades, cutoff: number): number {
  const found = ranking.slice(0, cutoff).filter((id) => grades.has(id)).length;
  return grades.size === 0 ? 0 : found / grades.size;
}

function discounted(gains: readonly number[]): number {
  return gains.reduce((sum, gain, index) => sum + gain / Math.log2(index + 2), 0);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
