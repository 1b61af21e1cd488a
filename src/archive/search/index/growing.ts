/** Many stay empty: an archive that is only asked files nothing. */
const firstLength = 16;

/** Numbers that grow in number: a typed array that doubles. */
class Growing<Numbers extends Uint8Array | Uint32Array> {
  /** Only the first `length` of them are written; another array after what makes room. */
  values: Numbers;
  length = 0;
  readonly #make: (length: number) => Numbers;

  constructor(make: (length: number) => Numbers) {
    this.#make = make;
    this.values = make(firstLength);
  }

  push(value: number): void {
    if (this.length === this.values.length) this.reserve(1);
    this.values[this.length] = value;
    this.length += 1;
  }

  /** Room for `more` of them. */
  reserve(more: number): void {
    const needed = this.length + more;
    if (needed <= this.values.length) return;
    const larger = this.#make(Math.max(needed, this.values.length * 2));
    larger.set(this.view());
    this.values = larger;
  }

  clear(): void {
    this.length = 0;
  }

  /** What is written, until the next change. */
  view(): Numbers {
    return this.values.subarray(0, this.length) as Numbers;
  }
}

export class GrowingUint32 extends Growing<Uint32Array<ArrayBuffer>> {
  constructor() {
    super((length) => new Uint32Array(length));
  }
}

export class GrowingUint8 extends Growing<Uint8Array<ArrayBuffer>> {
  constructor() {
    super((length) => new Uint8Array(length));
  }
}
