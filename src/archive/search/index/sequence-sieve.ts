/** Keeps, in their order, those of the first `count` documents that pass; answers how many they are. */
export function siftEach(
  documents: Uint32Array,
  count: number,
  passes: (document: number) => boolean,
): number {
  let kept = 0;
  for (let at = 0; at < count; at += 1) {
    const document = documents[at] ?? 0;
    if (!passes(document)) continue;
    documents[kept] = document;
    kept += 1;
  }
  return kept;
}
