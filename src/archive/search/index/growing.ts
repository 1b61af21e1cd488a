/** Numbers that grow in number: typed arrays that double. */
export class GrowingUint32 {
  values = new Uint32Array(1 << 12);
  length = 0;

  push(value: number): void {
    if (this.length === this.values.length) this.reserve(1);
    this.values[this.length] = value;
    this.length += 1;
  }

  reserve(more: number): void {
    const needed = this.length + more;
    if (needed <= this.values.length) return;
    const larger = new Uint32Array(Math.max(needed, this.values.length * 2));
    larger.set(this.values.subarray(0, this.length));
    this.values = larger;
  }

  view(): Uint32Array {
    return this.values.subarray(0, this.length);
  }
}

export class GrowingUint8 {
  values = new Uint8Array(1 << 12);
  length = 0;

  push(value: number): void {
    if (this.length === this.values.length) this.reserve(1);
    this.values[this.length] = value;
    this.length += 1;
  }

  reserve(more: number): void {
    const needed = this.length + more;
    if (needed <= this.values.length) return;
    const larger = new Uint8Array(Math.max(needed, this.values.length * 2));
    larger.set(this.values.subarray(0, this.length));
    this.values = larger;
  }

  view(): Uint8Array {
    return this.values.subarray(0, this.length);
  }
}

const pieceLength = 1 << 20;

/** Lists of numbers, as many as there may be: in pieces, which are never copied. No list is parted. */
export class PiecewiseUint32 {
  readonly #full: Uint32Array[] = [];
  #piece = new Uint32Array(0);
  #used = 0;

  /** Where to write a list of `length` numbers. */
  next(length: number): Uint32Array {
    if (this.#used + length > this.#piece.length) {
      if (this.#used > 0) this.#full.push(this.#piece.subarray(0, this.#used));
      this.#piece = new Uint32Array(Math.max(pieceLength, length));
      this.#used = 0;
    }
    this.#used += length;
    return this.#piece.subarray(this.#used - length, this.#used);
  }

  pieces(): readonly Uint32Array[] {
    return [...this.#full, this.#piece.subarray(0, this.#used)];
  }
}
