/** Bodies that aren't in their Markdown file yet, by release id, the oldest first. */
export class UnsavedBodies extends Map<string, string> {
  #letters = 0;

  /** Length of all of them: what they take in memory. */
  get letters(): number {
    return this.#letters;
  }

  override set(id: string, body: string): this {
    this.#letters += body.length - (this.get(id)?.length ?? 0);
    return super.set(id, body);
  }

  override delete(id: string): boolean {
    this.#letters -= this.get(id)?.length ?? 0;
    return super.delete(id);
  }
}
