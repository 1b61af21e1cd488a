/** Plain sentences about what was damaged, and about what can't be done just now. */
export class StandingWarnings {
  readonly sentences: string[];
  readonly #troubles = new Map<'saving' | 'lock', string>();

  constructor(damaged: readonly string[]) {
    this.sentences = [...damaged];
  }

  /** Says what the trouble is, or null once it's over. Answers whether that is something new. */
  tell(about: 'saving' | 'lock', sentence: string | null): boolean {
    const told = this.#troubles.get(about) ?? null;
    if (sentence === told) return false;
    const old = told === null ? -1 : this.sentences.indexOf(told);
    if (old !== -1) this.sentences.splice(old, 1);
    if (sentence === null) this.#troubles.delete(about);
    else {
      this.sentences.push(sentence);
      this.#troubles.set(about, sentence);
    }
    return true;
  }
}
