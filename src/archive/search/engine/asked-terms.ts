import type { WordsNode } from '../../../shared/query/query';
import { rankedFields } from '../ranking';
import type { IndexView, TermCount } from './index-view';

/** Numbers of the ranked fields that the query language calls by a name. */
export function fieldsAskedAs(name: string): readonly number[] {
  return rankedFields.flatMap(({ askedAs }, field) => (askedAs === name ? [field] : []));
}

export type BegunAs = NonNullable<WordsNode['prefix']>;

/** The terms that a begun word stands for: all of `word*`, of a half-typed one the likeliest. */
export function begunWith(prefix: string, kind: BegunAs, view: IndexView): readonly TermCount[] {
  return kind === 'asked' ? view.allBeginningWith(prefix) : view.beginningWith(prefix);
}
