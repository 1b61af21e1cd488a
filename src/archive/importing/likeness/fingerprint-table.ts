import { anchorCount, bandRows, minCount, type Fingerprint } from './fingerprint';

const bands = minCount / bandRows;

/** What is known of a release besides its fingerprint, for finding it again. */
export interface FingerprintKeys {
  readonly revision: number;
  /** Hashes; 0 where there is nothing. */
  readonly headline: number;
  readonly source: number;
  /** Days since 1970 of the publication; `noDay` without a date. */
  readonly day: number;
}

export const noDay = -0x80000000;

/**
 * Fingerprints of many releases in a few flat arrays, found by locality-sensitive hashing: texts that
 * resemble each other by a half agree in all rows of one of the bands nine times out of ten.
 */
export class FingerprintTable {
  readonly #numbers = new Map<string, number>();
  readonly #ids: string[] = [];
  readonly #keys: FingerprintKeys[] = [];
  readonly #anchors: Uint32Array[] = [];
  readonly #byDay = new Map<number, Set<number>>();
  readonly #byHeadline = new Map<number, Set<number>>();
  readonly #bySource = new Map<number, Set<number>>();
  #mins = new Uint32Array(64 * minCount);
  #next = new Int32Array(64 * bands);
  #heads = new Int32Array(1024).fill(-1);

  get size(): number {
    return this.#numbers.size;
  }

  revisionOf(id: string): number | null {
    const number = this.#numbers.get(id);
    return number === undefined ? null : (this.#keys[number]?.revision ?? null);
  }

  set(id: string, keys: FingerprintKeys, fingerprint: Fingerprint): void {
    this.delete(id);
    const number = this.#ids.length;
    this.#grow(number + 1);
    this.#ids.push(id);
    this.#keys.push(keys);
    this.#anchors.push(fingerprint.anchors);
    this.#mins.set(fingerprint.mins, number * minCount);
    this.#numbers.set(id, number);
    this.#link(number);
    addTo(this.#byDay, keys.day, number);
    if (keys.headline !== 0) addTo(this.#byHeadline, keys.headline, number);
    if (keys.source !== 0) addTo(this.#bySource, keys.source, number);
  }

  delete(id: string): void {
    const number = this.#numbers.get(id);
    const keys = number === undefined ? undefined : this.#keys[number];
    if (number === undefined || keys === undefined) return;
    this.#numbers.delete(id);
    this.#byDay.get(keys.day)?.delete(number);
    this.#byHeadline.get(keys.headline)?.delete(number);
    this.#bySource.get(keys.source)?.delete(number);
    // Its place stays taken and answers nothing; loading begins without such places.
    this.#ids[number] = '';
  }

  /** Releases that share a band with `mins`, with their estimated resemblance; the likeliest first. */
  resembling(mins: Uint32Array, least: number): readonly { id: string; estimate: number }[] {
    const found = new Map<number, number>();
    for (let band = 0; band < bands; band++) {
      for (let entry = this.#heads[this.#bucket(mins, 0, band)] ?? -1; entry >= 0;) {
        const number = Math.floor(entry / bands);
        if (entry % bands === band && !found.has(number) && this.#ids[number] !== '') {
          found.set(number, this.#estimate(mins, number));
        }
        entry = this.#next[entry] ?? -1;
      }
    }
    return [...found]
      .filter(([, estimate]) => estimate >= least)
      .sort((a, b) => b[1] - a[1])
      .map(([number, estimate]) => ({ id: this.#ids[number] ?? '', estimate }));
  }

  withHeadline(headline: number): readonly string[] {
    return this.#named(this.#byHeadline.get(headline));
  }

  withSource(source: number): readonly string[] {
    return this.#named(this.#bySource.get(source));
  }

  /** Releases published from `first` to `last`, both included. */
  publishedBetween(first: number, last: number): readonly string[] {
    const ids: string[] = [];
    for (let day = first; day <= last; day++) ids.push(...this.#named(this.#byDay.get(day)));
    return ids;
  }

  anchorsOf(id: string): Uint32Array {
    const number = this.#numbers.get(id);
    return (number === undefined ? undefined : this.#anchors[number]) ?? new Uint32Array(0);
  }

  /** All of them, for writing them down. */
  *entries(): Generator<readonly [string, FingerprintKeys, Fingerprint]> {
    for (const [id, number] of this.#numbers) {
      const keys = this.#keys[number];
      const anchors = this.#anchors[number];
      if (keys === undefined || anchors === undefined) continue;
      const mins = this.#mins.subarray(number * minCount, (number + 1) * minCount);
      yield [id, keys, { mins, anchors }];
    }
  }

  #estimate(mins: Uint32Array, number: number): number {
    let same = 0;
    for (let i = 0; i < minCount; i++) {
      if (mins[i] === this.#mins[number * minCount + i]) same += 1;
    }
    return same / minCount;
  }

  #named(numbers: ReadonlySet<number> | undefined): readonly string[] {
    return [...(numbers ?? [])].map((number) => this.#ids[number] ?? '');
  }

  #bucket(mins: Uint32Array, at: number, band: number): number {
    let hash = Math.imul(band + 1, 0x9e3779b1);
    for (let row = 0; row < bandRows; row++) {
      hash = Math.imul(hash ^ (mins[at + band * bandRows + row] ?? 0), 0x85ebca6b);
      hash ^= hash >>> 13;
    }
    return (hash >>> 0) & (this.#heads.length - 1);
  }

  #link(number: number): void {
    for (let band = 0; band < bands; band++) {
      const bucket = this.#bucket(this.#mins, number * minCount, band);
      const entry = number * bands + band;
      this.#next[entry] = this.#heads[bucket] ?? -1;
      this.#heads[bucket] = entry;
    }
  }

  #grow(count: number): void {
    if (count * minCount > this.#mins.length) {
      const mins = new Uint32Array(this.#mins.length * 2);
      mins.set(this.#mins);
      this.#mins = mins;
      const next = new Int32Array(this.#next.length * 2);
      next.set(this.#next);
      this.#next = next;
    }
    if (count * bands <= this.#heads.length) return;
    this.#heads = new Int32Array(this.#heads.length * 4).fill(-1);
    for (let number = 0; number < count - 1; number++) this.#link(number);
  }
}

function addTo(map: Map<number, Set<number>>, key: number, number: number): void {
  const set = map.get(key);
  if (set === undefined) map.set(key, new Set([number]));
  else set.add(number);
}

/** How many of the anchors both have. */
export function commonAnchors(left: Uint32Array, right: Uint32Array): number {
  let common = 0;
  let i = 0;
  let j = 0;
  while (i < left.length && j < right.length) {
    const a = left[i] ?? 0;
    const b = right[j] ?? 0;
    if (a === b) common += 1;
    if (a <= b) i += 1;
    if (b <= a) j += 1;
  }
  return common;
}

/** 32-bit words of a fingerprint as it is written down: keys, number of anchors, mins, anchors. */
export const fingerprintWords = 4 + 1 + minCount + anchorCount;
