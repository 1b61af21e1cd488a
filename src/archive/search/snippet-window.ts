import { widthAt } from './character-classes';
import type { Match } from './query-matcher';

/** A piece of a text worth showing, and what it shows of the query. */
export interface Window {
  readonly start: number;
  readonly end: number;
  /** Value of each part of the query that it shows. */
  readonly shown: ReadonlyMap<string, number>;
  readonly matchCount: number;
}

/** Matches of a text that are looked at; a word that stands everywhere needs no best place. */
const mostMatches = 5_000;
/** Code units that an edge may move to find a better place. */
const reach = 24;

/** For each match the window that begins with it, as far as `maxLength` code units reach. */
export function windowsOf(text: string, matches: readonly Match[], maxLength: number): Window[] {
  const considered = matches.slice(0, mostMatches);
  return considered.map(({ start }, position) => {
    const shown = new Map<string, number>();
    let matchCount = 0;
    let end = start;
    for (let at = position; at < considered.length; at += 1) {
      const match = considered[at];
      if (match === undefined || match.start >= start + maxLength) break;
      if (match.end > start + maxLength) continue;
      shown.set(match.key, match.value);
      matchCount += 1;
      end = Math.max(end, match.end);
    }
    if (end === start) {
      const only = considered[position];
      if (only !== undefined) shown.set(only.key, only.value);
      end = Math.min(text.length, start + maxLength);
    }
    return { start, end, shown, matchCount };
  });
}

/** Widens a window to about `maxLength`, its edges where a reader would cut. */
export function widened(text: string, window: Window, maxLength: number): Window {
  const spare = Math.max(0, maxLength - (window.end - window.start));
  const start = startNear(text, Math.max(0, window.start - Math.floor(spare / 3)), window.start);
  const end = endNear(text, Math.min(text.length, start + Math.max(maxLength, 0)), window.end);
  return { ...window, start, end: Math.max(end, start) };
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
