import { widthAt } from './character-classes';
import type { Match } from './query-matcher';

/** A piece of a text worth showing. */
export interface Window {
  readonly start: number;
  readonly end: number;
}

/** A window and how much of the query it shows. */
export interface RatedWindow extends Window {
  readonly value: number;
}

/** Matches of a text that are looked at; a word that stands everywhere needs no best place. */
const mostMatches = 5_000;
/** Code units that an edge may move to find a better place. */
const reach = 24;
/** What a further match of the same word is worth, and up to how many of them. */
const repetitionValue = 1 / 10_000;
const mostRepetitions = 99;
/** What a word is worth that another window shows, as a share. */
const shownShare = 1 / 100;

/** Finds the windows of texts that show most of a query. */
export class WindowRating {
  readonly #values: readonly number[];
  /** The last window that had the key. */
  readonly #lastWindow: Uint32Array;
  #window = 0;

  /** `values`: how much each key says of the query. */
  constructor(values: readonly number[]) {
    this.#values = values;
    this.#lastWindow = new Uint32Array(values.length);
  }

  /**
   * Of the windows that begin with a match and reach as far as `maxLength` code units the best one,
   * and of equally good ones the first; null when there is none that `accept` lets through. What is
   * not shown yet counts most, then what is shown at all, then how often.
   */
  best(
    text: string,
    matches: readonly Match[],
    maxLength: number,
    shown: ReadonlySet<number>,
    accept: (window: Window) => boolean,
  ): RatedWindow | null {
    const count = Math.min(matches.length, mostMatches);
    let best: RatedWindow | null = null;
    for (let position = 0; position < count; position += 1) {
      const window = this.#rated(text, matches, position, count, maxLength, shown);
      if (window.value > (best?.value ?? 0) && accept(window)) best = window;
    }
    return best;
  }

  #rated(
    text: string,
    matches: readonly Match[],
    position: number,
    count: number,
    maxLength: number,
    shown: ReadonlySet<number>,
  ): RatedWindow {
    this.#window += 1;
    const start = matches[position]?.start ?? 0;
    const limit = start + maxLength;
    let value = 0;
    let matchCount = 0;
    let end = start;
    for (let at = position; at < count; at += 1) {
      const match = matches[at];
      if (match === undefined || match.start >= limit) break;
      if (match.end > limit) continue;
      value += this.#worth(match.key, shown);
      matchCount += 1;
      if (match.end > end) end = match.end;
    }
    if (end === start) {
      // A match longer than the window.
      value += this.#worth(matches[position]?.key ?? 0, shown);
      end = Math.min(text.length, limit);
    }
    value += Math.min(matchCount, mostRepetitions) * repetitionValue;
    return { start, end, value };
  }

  /** What a key adds to the current window: nothing the second time. */
  #worth(key: number, shown: ReadonlySet<number>): number {
    if (this.#lastWindow[key] === this.#window) return 0;
    this.#lastWindow[key] = this.#window;
    const value = this.#values[key] ?? 0;
    return shown.has(key) ? value * shownShare : value;
  }
}

/** Widens a window to about `maxLength`, its edges where a reader would cut. */
export function widened(text: string, window: Window, maxLength: number): Window {
  const spare = Math.max(0, maxLength - (window.end - window.start));
  const start = startNear(text, Math.max(0, window.start - Math.floor(spare / 3)), window.start);
  const end = endNear(text, Math.min(text.length, start + Math.max(maxLength, 0)), window.end);
  return { start, end: Math.max(end, start) };
}

const space = /\s/;
const sentencePunctuation = /[。！？；，、：…\n]/;

function startNear(text: string, from: number, limit: number): number {
  if (from === 0) return 0;
  const last = Math.min(limit, from + reach);
  for (let at = from; at < last; at += 1) {
    const before = text.charAt(at - 1);
    if (space.test(before) || sentencePunctuation.test(before)) return at;
  }
  return wholeCharacter(text, isWritten(text, from) ? limit : from);
}

function endNear(text: string, from: number, limit: number): number {
  if (from >= text.length) return text.length;
  const least = Math.max(limit, from - reach);
  for (let at = from; at > least; at -= 1) {
    if (space.test(text.charAt(at))) return at;
    if (sentencePunctuation.test(text.charAt(at - 1))) return at;
  }
  return wholeCharacter(text, isWritten(text, from) ? Math.min(limit, from) : from);
}

const spacedLetter = /[\p{L}\p{N}]/u;
const unspacedLetter = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** Whether a cut at `at` would go through a word of a script with spaces. */
function isWritten(text: string, at: number): boolean {
  const around = [text.charAt(at - 1), text.charAt(at)];
  return around.every((letter) => spacedLetter.test(letter) && !unspacedLetter.test(letter));
}

/** `at`, or one less where a surrogate pair would be cut in two. */
function wholeCharacter(text: string, at: number): number {
  return at > 0 && widthAt(text, at - 1) === 2 ? at - 1 : at;
}
