import { stripMarkup } from './plain-words';

/** Numbers of a fingerprint's smallest hashes; a multiple of `bandRows`. */
export const minCount = 48;
export const bandRows = 3;
/** At most so many anchors of a text are kept, those with the smallest hashes. */
export const anchorCount = 24;
/** Words, or Han characters, of a shingle. */
const shingleLength = 4;
/** A longer text is judged by its beginning, in UTF-16 units: a release is a few thousand. */
const longest = 400_000;

/**
 * What is left of a text for comparing it with a hundred thousand others. `mins` estimates the Jaccard
 * resemblance of two texts' shingles (MinHash with one permutation and bins: Broder 1997; Li, Owen, Zhang
 * 2012); `anchors` are what a translation keeps: numbers, abbreviations, addresses.
 */
export interface Fingerprint {
  /** `minCount` hashes; all 0xffffffff for a text without a shingle. */
  readonly mins: Uint32Array;
  /** Ascending, none twice. */
  readonly anchors: Uint32Array;
}

export function fingerprintOf(markdown: string): Fingerprint {
  const text = stripMarkup(markdown.slice(0, longest));
  return { mins: minsOf(shinglesOf(text)), anchors: anchorsOf(text) };
}

/** Hashes of all runs of four words or Han characters, some of them twice. */
export function shinglesOf(text: string): Uint32Array {
  const words =
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/\p{Script=Han}|[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const hashes = Uint32Array.from(words, hashOf);
  // A text of one to three words is one shingle.
  const count = words.length === 0 ? 0 : Math.max(1, words.length - shingleLength + 1);
  const shingles = new Uint32Array(count);
  for (let start = 0; start < count; start++) {
    let hash = 0x811c9dc5;
    for (let i = start; i < Math.min(words.length, start + shingleLength); i++) {
      hash = Math.imul(hash ^ (hashes[i] ?? 0), 0x01000193);
      hash ^= hash >>> 15;
    }
    shingles[start] = mixed(hash);
  }
  return shingles;
}

/** From 0 to 1: the share of all shingles of two texts that both have (Jaccard). */
export function resemblanceOf(left: string, right: string): number {
  const first = new Set(shinglesOf(stripMarkup(left.slice(0, longest))));
  const second = new Set(shinglesOf(stripMarkup(right.slice(0, longest))));
  if (first.size === 0 || second.size === 0) return 0;
  let both = 0;
  for (const shingle of first) if (second.has(shingle)) both += 1;
  return both / (first.size + second.size - both);
}

/** Whether two texts may resemble each other by a half: nine times out of ten where they do. */
export function sharesBand(left: Uint32Array, right: Uint32Array): boolean {
  for (let band = 0; band < minCount; band += bandRows) {
    let row = 0;
    while (row < bandRows && left[band + row] === right[band + row]) row += 1;
    if (row === bandRows) return true;
  }
  return false;
}

function minsOf(shingles: Uint32Array): Uint32Array {
  const mins = new Uint32Array(minCount).fill(0xffffffff);
  for (const hash of shingles) {
    const bin = hash % minCount;
    const value = mixed(hash + 0x9e3779b9);
    if (value < (mins[bin] ?? 0)) mins[bin] = value;
  }
  if (shingles.length === 0) return mins;
  // A bin that got nothing borrows from the next that has something, marked with the distance.
  const filled = mins.slice();
  for (let bin = 0; bin < minCount; bin++) {
    if (mins[bin] !== 0xffffffff) continue;
    for (let step = 1; step < minCount; step++) {
      const other = mins[(bin + step) % minCount] ?? 0xffffffff;
      if (other === 0xffffffff) continue;
      filled[bin] = mixed(other + Math.imul(step, 0x85ebca6b));
      break;
    }
  }
  return filled;
}

/**
 * Numbers of two digits and more (a share, a sum, a count of people), abbreviations ("SZPT", "5G") and
 * addresses. Years are left out: every release has them.
 */
function anchorsOf(text: string): Uint32Array {
  const found = new Set<number>();
  for (const [anchor] of text.matchAll(
    /[\w.+-]+@[\w-]+\.[\w.]+|\d[\d,.]*\d|\d+[A-Z]+\b|\b[A-Z][A-Z0-9&-]*[A-Z0-9]\b/g,
  )) {
    const plain = anchor.replaceAll(',', '');
    if (/^(?:19|20)\d\d$/.test(plain)) continue;
    found.add(hashOf(plain));
  }
  return Uint32Array.from(found).sort().slice(0, anchorCount);
}

/** FNV-1a (Fowler, Noll, Vo) over UTF-16 units. */
export function hashOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < word.length; i++) {
    hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
  }
  return mixed(hash);
}

/** The finaliser of MurmurHash3 (Appleby): near hashes end far apart. */
function mixed(value: number): number {
  let hash = value >>> 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
