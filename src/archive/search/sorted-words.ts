/** Words beyond the sorted ones that a look-up may still read one by one. */
const longestTail = 256;

/**
 * Words in the order of their code units, for look-up by prefix. New words wait in a short unsorted
 * tail, so that filing a release doesn't sort the vocabulary again.
 */
export class SortedWords {
  #sorted: string[] = [];
  #tail: string[] = [];

  /** The caller adds each word once. */
  add(word: string): void {
    this.#tail.push(word);
  }

  /** Calls `visit` with every word that begins with `prefix`, in no particular order. */
  visitPrefix(prefix: string, visit: (word: string) => void): void {
    if (this.#tail.length > longestTail) this.#mergeTail();
    for (let at = this.#firstFrom(prefix); at < this.#sorted.length; at += 1) {
      const word = this.#sorted[at];
      if (!word?.startsWith(prefix)) break;
      visit(word);
    }
    for (const word of this.#tail) if (word.startsWith(prefix)) visit(word);
  }

  #firstFrom(prefix: string): number {
    let low = 0;
    let high = this.#sorted.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#sorted[middle] ?? '') < prefix) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #mergeTail(): void {
    const tail = this.#tail.sort(byCodeUnits);
    const merged: string[] = [];
    let next = 0;
    for (const word of this.#sorted) {
      for (let other = tail[next]; other !== undefined && other < word; other = tail[next]) {
        merged.push(other);
        next += 1;
      }
      merged.push(word);
    }
    this.#sorted = merged.concat(tail.slice(next));
    this.#tail = [];
  }
}

/** Order of UTF-16 code units: the same on every machine, unlike the order of a language. */
export function byCodeUnits(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
