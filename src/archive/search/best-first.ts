/** The first `count` items in the order of `compare`, sorted, without sorting the rest. */
export function bestFirst<T>(
  items: readonly T[],
  count: number,
  compare: (left: T, right: T) => number,
): readonly T[] {
  if (count <= 0) return [];
  if (count * 4 >= items.length) return [...items].sort(compare).slice(0, count);
  const kept: T[] = [];
  for (const item of items) {
    const worst = kept[count - 1];
    if (worst !== undefined && compare(item, worst) >= 0) continue;
    let low = 0;
    let high = kept.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const other = kept[middle];
      if (other !== undefined && compare(other, item) <= 0) low = middle + 1;
      else high = middle;
    }
    kept.splice(low, 0, item);
    if (kept.length > count) kept.pop();
  }
  return kept;
}
