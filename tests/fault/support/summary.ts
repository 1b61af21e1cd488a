import { expect } from 'vitest';
import type { Verdict } from './expectation';

/** FAULT_LONG=1 asks for the long form: hours of a release, not minutes of every day. */
export const isLong = process.env['FAULT_LONG'] === '1';

/** Adds up what the checks found, and prints it in one line. */
export class Summary {
  readonly #what: string;
  readonly #counts = new Map<string, number>();
  readonly #findings: string[] = [];

  constructor(what: string) {
    this.#what = what;
    for (const name of ['acknowledged changes', 'lost', 'half transactions', 'wrong']) {
      this.#counts.set(name, 0);
    }
  }

  count(name: string, more = 1): void {
    this.#counts.set(name, (this.#counts.get(name) ?? 0) + more);
  }

  judge(where: string, { lost, half, wrong }: Verdict): void {
    this.count('lost', lost.length);
    this.count('half transactions', half.length);
    this.count('wrong', wrong.length);
    for (const finding of [...lost, ...half, ...wrong]) this.find(where, finding);
  }

  /** A finding that is in none of the counts. */
  find(where: string, finding: string): void {
    this.#findings.push(`${where}: ${finding}`);
  }

  isClean(): boolean {
    return this.#findings.length === 0;
  }

  /** Prints the line; fails the test if anything was found. */
  close(): void {
    const counts = [...this.#counts].map(([name, count]) => `${name} ${count}`).join(', ');
    process.stdout.write(`${this.#what}: ${counts}\n`);
    expect(this.#findings.slice(0, 10)).toEqual([]);
  }
}
