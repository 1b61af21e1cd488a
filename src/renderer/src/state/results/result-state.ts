import { create } from 'zustand';
import type { FindPage, MonthRun, Suggestion } from '../../../../shared/search';
import type { ResultPages } from './result-pages';

/*
 * The answer to the current question, in pages. Rows keep their places in the list while pages
 * come and go, so that a list of 100,000 has one honest scroll bar and costs one page.
 */

interface ResultState {
  readonly pages: ResultPages;
  /** null until the first answer. */
  readonly total: number | null;
  /** How many of them have all that was asked for; they come first. */
  readonly complete: number;
  /** Where the months lie; null: the answer isn't in the order of dates. */
  readonly months: readonly MonthRun[] | null;
  readonly suggestion: Suggestion | null;
  readonly tookMs: number;
  readonly error: unknown;
  /** The words that were answered; the field may hold others already. */
  readonly text: string;
  readonly isSearch: boolean;
  /** Counts questions: the list scrolls up when a new one is answered. */
  readonly question: number;
}

export const useResults = create<ResultState>(() => ({
  pages: new Map(),
  total: null,
  complete: 0,
  months: null,
  suggestion: null,
  tookMs: 0,
  error: null,
  text: '',
  isSearch: false,
  question: 0,
}));

type Summary = Pick<FindPage, 'total' | 'tookMs' | 'complete' | 'months' | 'suggestion'>;

/** What an answer without a single release says of itself. */
export const nothing: Summary = {
  total: 0,
  tookMs: 0,
  complete: 0,
  months: null,
  suggestion: null,
};

export function summaryOf(page: FindPage | undefined): Summary {
  if (!page) return nothing;
  const { total, tookMs, complete, months, suggestion } = page;
  return { total, tookMs, complete, months, suggestion };
}
