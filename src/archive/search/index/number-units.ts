/** From this unit on the number has a second one, with its lower bits. */
export const twoUnits = 0xf800;
const longest = 2;

/**
 * Numbers below 2^27, to be read soon and in turn: most take one unit of 16 bits, and no processor has
 * to guess how many bytes the next one has.
 */
export class NumberUnits {
  values = new Uint16Array(1 << 10);
  length = 0;

  append(numbers: Uint32Array, count: number): void {
    this.#reserve(count * longest);
    const { values } = this;
    let to = this.length;
    for (let at = 0; at < count; at += 1) {
      const number = numbers[at] ?? 0;
      if (number >= twoUnits) {
        values[to] = twoUnits + (number >>> 16);
        to += 1;
      }
      values[to] = number;
      to += 1;
    }
    this.length = to;
  }

  clear(): void {
    this.length = 0;
  }

  /** A copy that takes no more memory than it needs. */
  copy(): Uint16Array {
    return this.values.slice(0, this.length);
  }

  #reserve(more: number): void {
    if (this.length + more <= this.values.length) return;
    const larger = new Uint16Array(Math.max(this.length + more, this.values.length * 2));
    larger.set(this.values.subarray(0, this.length));
    this.values = larger;
  }
}
