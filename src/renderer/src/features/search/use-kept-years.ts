import { useState } from 'react';
import { readQuery, askedYears, withoutYears } from '../../state/query';
import { useResults } from '../../state/results';
import { useWorkspace } from '../../state/workspace';
import type { ShownValue } from './facet-values';
import type { YearCount } from './year-plot';

interface Kept {
  readonly question: string;
  readonly years: readonly YearCount[];
}

/**
 * The years of what was found. Where the query narrows to some of them, those of the same query
 * before it did: the answer itself has only the years that are asked for.
 */
export function useKeptYears(values: readonly ShownValue[]): readonly YearCount[] {
  const text = useWorkspace((state) => state.text);
  const isTyped = useWorkspace((state) => state.isTyped);
  const question = useResults((state) => state.question);
  const [kept, setKept] = useState<Kept | null>(null);
  const [answered, setAnswered] = useState(-1);
  const years = values.map(({ value, count }) => ({ year: Number(value), count }));
  const rest = withoutYears({ text, isTyped }).text.trim();
  const isNarrowed = askedYears(readQuery(text, isTyped)) !== null;
  if (answered !== question) {
    setAnswered(question);
    if (!isNarrowed) setKept({ question: rest, years });
  }
  return isNarrowed && kept?.question === rest ? kept.years : years;
}
