import { create } from 'zustand';
import type { Facets } from '../../../shared/search';

/*
 * Who types looks at the list. What is beside it, the reader and the counts to narrow by, follows
 * when the keys rest, so that none of them waits for it.
 */

/** Milliseconds since a key was struck; most who type have struck the next one by then. */
const restMs = 260;
/** Milliseconds in which the list itself is painted. */
const paintMs = 20;

interface SettledAnswer {
  readonly facets: Facets | null;
  readonly total: number;
  readonly text: string;
  readonly isTyped: boolean;
  readonly isSearch: boolean;
  /** The number of the question that it answers. */
  readonly question: number;
}

/** The answer that the list shows, or while somebody types one that it showed before. */
export const useSettledAnswer = create<SettledAnswer>(() => ({
  facets: null,
  total: 0,
  text: '',
  isTyped: false,
  isSearch: false,
  question: 0,
}));

let struckAt = -Infinity;
let timer: ReturnType<typeof setTimeout> | undefined;
let waiting: (() => void) | null = null;

/** A key was struck in the search field. */
export function keyStruck(): void {
  struckAt = performance.now();
}

/** Calls what follows the newest answer; what was to follow an older one isn't called any more. */
export function afterKeysRest(follow: () => void): void {
  clearTimeout(timer);
  waiting = follow;
  timer = setTimeout(callWaiting, Math.max(paintMs, struckAt + restMs - performance.now()));
}

/** Nobody types on: whoever goes from the field into the list means its first row, not where it stood before. */
export function keysRest(): void {
  struckAt = -Infinity;
  callWaiting();
}

function callWaiting(): void {
  clearTimeout(timer);
  const follow = waiting;
  waiting = null;
  follow?.();
}
