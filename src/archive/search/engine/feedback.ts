import type { Part } from '../index/part';
import { isPlainTerm } from '../index/term-keys';
import { inverseDocumentFrequency } from '../ranking';
import { stopWords } from '../stop-words';
import { firstWordId } from '../word-table';
import type { Candidate } from './best-documents';
import type { IndexView } from './index-view';
import type { Unit } from './query-plan';

/** Documents that are asked for more words, and words that are taken. */
const feedbackDocuments = 10;
const feedbackTerms = 20;
/** How much of the first query stays in the broadened one. */
const originalShare = 0.7;
/** Terms in more than this share of all documents say too little. */
const mostCommon = 0.1;
/** A typing mistake stands in one document. */
const fewestDocuments = 2;
const sharpness = 5;

/**
 * The terms that the best answers have in common, with weights that add up to 1: a relevance model
 * (V. Lavrenko and W. B. Croft, "Relevance-Based Language Models", 2001; RM3 after N. Abdul-Jaleel
 * et al., TREC 2004).
 */
export function relevantTerms(
  view: IndexView,
  best: readonly Candidate[],
): ReadonlyMap<string, number> {
  const documents = view.documents;
  const sums = new Map<string, number>();
  const top = best[0]?.score ?? 0;
  const frequencies = new Map<string, number>();
  for (const { part: number, document, score } of best.slice(0, feedbackDocuments)) {
    const part = view.parts[number];
    if (part === undefined) continue;
    const counts = termCounts(part, document);
    const weight = Math.exp(((score - top) / Math.max(1, top)) * sharpness);
    let length = 0;
    for (const count of counts.values()) length += count;
    for (const [term, count] of counts) {
      let frequency = frequencies.get(term);
      if (frequency === undefined) {
        frequency = view.documentsWith(term);
        frequencies.set(term, frequency);
      }
      if (frequency < fewestDocuments || frequency > Math.max(10, documents * mostCommon)) continue;
      sums.set(term, (sums.get(term) ?? 0) + (weight * count) / length);
    }
  }
  const chosen = [...sums]
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, feedbackTerms);
  const total = chosen.reduce((sum, [, weight]) => sum + weight, 0);
  return new Map(chosen.map(([term, weight]) => [term, weight / total]));
}

/** The units of a query together with what the best answers suggest. */
export function broadened(
  units: readonly Unit[],
  terms: ReadonlyMap<string, number>,
  view: IndexView,
): readonly Unit[] {
  const count = Math.max(1, units.length);
  const original = units.map((unit) => ({
    ...unit,
    factor: (unit.factor * originalShare) / count,
  }));
  const added = [...terms].map(([term, weight]): Unit => {
    const rarity = inverseDocumentFrequency(view.documentsWith(term), view.documents);
    return {
      alternatives: [{ term, weight: 1 }],
      factor: rarity * weight * (1 - originalShare),
    };
  });
  return [...original, ...added];
}

/** What a document is about, for "more like this": its own most telling terms. */
export function tellingTerms(view: IndexView, number: number, document: number): readonly Unit[] {
  const part = view.parts[number];
  if (part === undefined) return [];
  const documents = view.documents;
  const weighted: { term: string; weight: number }[] = [];
  for (const [term, count] of termCounts(part, document)) {
    const frequency = view.documentsWith(term);
    if (frequency < fewestDocuments || frequency > Math.max(10, documents * mostCommon)) continue;
    const rarity = inverseDocumentFrequency(frequency, documents);
    weighted.push({ term, weight: (count / (count + 2)) * rarity });
  }
  return weighted
    .sort((a, b) => b.weight - a.weight || (a.term < b.term ? -1 : 1))
    .slice(0, feedbackTerms + 10)
    .map(({ term, weight }) => ({ alternatives: [{ term, weight: 1 }], factor: weight }));
}

/** The terms of a document and how often it has each; stop words and lone Han characters aside. */
function termCounts(part: Part, document: number): ReadonlyMap<string, number> {
  const byNumber = new Map<number, number>();
  const counts = new Map<string, number>();
  let han = 0;
  for (const id of part.tokens(document)) {
    if (part.isHan(id)) {
      if (han !== 0) {
        const pair = part.word(han) + part.word(id);
        counts.set(pair, (counts.get(pair) ?? 0) + 1);
      }
      han = id;
      continue;
    }
    han = 0;
    if (id < firstWordId) continue;
    const term = part.termOfWord(id);
    byNumber.set(term, (byNumber.get(term) ?? 0) + 1);
  }
  for (const [number, count] of byNumber) {
    const term = part.termText(number);
    if (isPlainTerm(term) && term.length > 1 && !stopWords.has(term)) counts.set(term, count);
  }
  return counts;
}
