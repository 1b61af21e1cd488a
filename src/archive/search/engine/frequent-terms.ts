import type { Part } from '../index/part';

/**
 * The most frequent terms of a part's words that begin with `prefix`, at most `count`: by the living
 * documents that have them, of equally frequent ones the lower number first. A letter begins
 * thousands of words, of which all but a few are refused after one comparison.
 */
export function frequentTerms(part: Part, prefix: string, count: number): readonly number[] {
  const terms: number[] = [];
  const frequencies: number[] = [];
  const listed = new Set<number>();
  let least = -1;
  part.visitTerms(prefix, (term) => {
    const frequency = part.documentsWith(term);
    if (frequency < least || listed.has(term)) return;
    let low = 0;
    let high = terms.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const other = frequencies[middle] ?? 0;
      if (other > frequency || (other === frequency && (terms[middle] ?? 0) < term))
        low = middle + 1;
      else high = middle;
    }
    if (low >= count) return;
    terms.splice(low, 0, term);
    frequencies.splice(low, 0, frequency);
    listed.add(term);
    if (terms.length < count) return;
    if (terms.length > count) {
      listed.delete(terms.pop() ?? -1);
      frequencies.pop();
    }
    least = frequencies[count - 1] ?? 0;
  });
  return terms;
}
