import { useMemo, useState } from 'react';
import { askedYears, readQuery, withoutYears } from '../../state/query';
import { useWorkspace, type WorkspaceState } from '../../state/workspace';
import type { ShownValue } from './facet-values';
import type { YearCount } from './year-plot';

interface Kept {
  /** Without years. */
  readonly text: string;
  readonly years: readonly YearCount[];
}

/** What is left of a query without the years to which it narrows; null where it doesn't. */
function restOf({ text, isTyped }: Pick<WorkspaceState, 'text' | 'isTyped'>): string | null {
  if (askedYears(readQuery(text, isTyped)) === null) return null;
  return withoutYears({ text, isTyped }).text.trim();
}

/**
 * The years of what was found. Where the query narrows to some of them, those of the same query
 * before it did: the answer itself has only the years that are asked for. `question` counts answers.
 */
export function useKeptYears(
  values: readonly ShownValue[],
  question: number,
): readonly YearCount[] {
  const rest = useWorkspace(restOf);
  const [kept, setKept] = useState<Kept | null>(null);
  const [answered, setAnswered] = useState(-1);
  const years = useMemo(
    () => values.map(({ value, count }) => ({ year: Number(value), count })),
    [values],
  );
  if (answered !== question) {
    setAnswered(question);
    if (rest === null) setKept({ text: useWorkspace.getState().text.trim(), years });
  }
  return rest !== null && kept?.text === rest ? kept.years : years;
}
