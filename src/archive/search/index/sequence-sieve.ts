import type { Sequence } from './token-bytes';

/** One in so many documents is a candidate where looking through all of the tokens is quicker. */
const shareToReadOn = 2;

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

/**
 * The same for those that have a sequence. The tokens of document n are those of `tokens` from
 * `offsets[n]` to `offsets[n + 1]`.
 */
export function siftTokens(
  documents: Uint32Array,
  count: number,
  tokens: string,
  offsets: Uint32Array,
  sequence: Sequence,
): number {
  return count * shareToReadOn > offsets.length && ascend(documents, count)
    ? siftReadingOn(documents, count, tokens, offsets, sequence)
    : siftApart(documents, count, tokens, offsets, sequence);
}

function ascend(documents: Uint32Array, count: number): boolean {
  for (let at = 1; at < count; at += 1) {
    if ((documents[at] ?? 0) <= (documents[at - 1] ?? 0)) return false;
  }
  return true;
}

/** Cuts out each document's tokens: what is looked for may first come far behind them. */
function siftApart(
  documents: Uint32Array,
  count: number,
  tokens: string,
  offsets: Uint32Array,
  { bytes, rare }: Sequence,
): number {
  const before = bytes.length - rare.length;
  let kept = 0;
  for (let at = 0; at < count; at += 1) {
    const document = documents[at] ?? 0;
    const region = tokens.slice(offsets[document], offsets[document + 1]);
    let place = region.indexOf(rare, before);
    while (place >= 0 && !beginsAt(region, place - before, 0, bytes, before)) {
      place = region.indexOf(rare, place + 1);
    }
    if (place < 0) continue;
    documents[kept] = document;
    kept += 1;
  }
  return kept;
}

/** Looks on from place to place, through documents that aren't asked for, too. */
function siftReadingOn(
  documents: Uint32Array,
  count: number,
  tokens: string,
  offsets: Uint32Array,
  { bytes, rare }: Sequence,
): number {
  const before = bytes.length - rare.length;
  let kept = 0;
  let place = -1;
  for (let at = 0; at < count; at += 1) {
    const document = documents[at] ?? 0;
    const start = offsets[document] ?? 0;
    // A sequence lies within one document.
    const end = (offsets[document + 1] ?? 0) - rare.length + 1;
    if (place < start + before) place = placeFrom(tokens, rare, start + before);
    while (place < end && !beginsAt(tokens, place - before, start, bytes, before)) {
      place = placeFrom(tokens, rare, place + 1);
    }
    if (place >= end) continue;
    documents[kept] = document;
    kept += 1;
  }
  return kept;
}

/** Infinite where there is none. */
function placeFrom(tokens: string, rare: string, from: number): number {
  const place = tokens.indexOf(rare, from);
  return place < 0 ? Infinity : place;
}

/** Whether a sequence of which the end was found begins at `from`, with a token. */
function beginsAt(
  tokens: string,
  from: number,
  start: number,
  bytes: string,
  before: number,
): boolean {
  // A varint ends with a byte below 128, so the next one begins behind such a byte.
  if (from > start && tokens.charCodeAt(from - 1) > 127) return false;
  return before === 0 || tokens.startsWith(bytes, from);
}
