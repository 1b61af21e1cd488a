import type { Failure } from '../shared/reply';
import { visibleText } from '../shared/visible-text';

/** The part of a stream that is written to. */
export interface Sink {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

/**
 * Everything that the program says. For people: text on stdout, notes and failures as sentences on
 * stderr. With `--json`: one value on stdout, and one JSON object a line on stderr.
 */
export class Output {
  readonly json: boolean;
  readonly #out: Sink;
  readonly #error: Sink;
  readonly #bold: boolean;
  #progress = '';

  constructor(out: Sink, error: Sink, options: { readonly json: boolean; readonly bold: boolean }) {
    this.#out = out;
    this.#error = error;
    this.json = options.json;
    this.#bold = options.bold;
  }

  /** Lines for people. */
  line(text = ''): void {
    if (!this.json) this.raw(`${text}\n`);
  }

  /** The one value that a program reads. */
  value(value: unknown): void {
    if (this.json) this.#out.write(`${jsonText(value, 2)}\n`);
  }

  /** Text as it is, to people and pipes alike. */
  raw(text: string): void {
    this.#out.write(this.#out.isTTY === true ? harmless(text) : text);
  }

  /** Something worth knowing that is no failure. */
  note(sentence: string): void {
    this.#sayAside({ note: sentence }, sentence);
  }

  failure(failure: Failure): void {
    this.#sayAside({ error: failure }, failure.message);
  }

  /** How far long work is, on a terminal only; the same line again and again. */
  progress(work: string, done: number, total: number): void {
    if (this.json || this.#error.isTTY !== true) return;
    const text = done >= total ? '' : `${work}: ${Math.floor((done / total) * 100)}%`;
    if (text === this.#progress) return;
    this.#progress = text;
    // Back to the beginning of the line, and away with what stood there (ECMA-48 EL).
    this.#error.write(`\r${text}\u001b[K`);
  }

  bold(text: string): string {
    return this.#bold && text !== '' ? `\u001b[1m${text}\u001b[22m` : text;
  }

  #sayAside(value: object, sentence: string): void {
    if (this.#progress !== '') this.progress('', 1, 1);
    // Sentences name files, and stand in one line whatever the names hold.
    this.#error.write(`${this.json ? jsonText(value) : visibleText(sentence)}\n`);
  }
}

/** JSON in which the characters that could turn a terminal's text round are escaped, which JSON allows. */
function jsonText(value: unknown, indent?: number): string {
  return JSON.stringify(value, null, indent).replaceAll(
    /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** https://no-color.org: any value that isn't empty. A terminal that calls itself dumb shows no bold. */
export function mayEmphasise(out: Sink, environment: NodeJS.ProcessEnv): boolean {
  return out.isTTY === true && !environment['NO_COLOR'] && environment['TERM'] !== 'dumb';
}

/**
 * Releases come from anywhere: control characters in them could make a terminal do things. All but
 * tab, line break and the program's own emphasis are dropped.
 */
export function harmless(text: string): string {
  return text.replaceAll(
    /\u001b(?!\[(?:1|22)m)|[\u0000-\u0008\u000b-\u001a\u001c-\u001f\u007f-\u009f]/g,
    '',
  );
}
