/** Word ids that are appended to; what is written stays until `clear`. */
export class IdSink {
  /** Only the first `length` of them are written. */
  ids = new Uint32Array(1 << 12);
  length = 0;

  push(id: number): void {
    if (this.length === this.ids.length) this.reserve(1);
    this.ids[this.length] = id;
    this.length += 1;
  }

  /** Room for `more` ids; `ids` may be another array afterwards. */
  reserve(more: number): void {
    const needed = this.length + more;
    if (needed <= this.ids.length) return;
    const larger = new Uint32Array(Math.max(needed, this.ids.length * 2));
    larger.set(this.ids.subarray(0, this.length));
    this.ids = larger;
  }

  clear(): void {
    this.length = 0;
  }

  /** What is written, until the next change. */
  view(): Uint32Array {
    return this.ids.subarray(0, this.length);
  }
}
