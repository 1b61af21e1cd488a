import {
  fieldCompletions,
  fixedValues,
  type Completion,
  type QueryField,
} from '../../../../shared/query';
import { valueFields, type ValueField } from '../../../../shared/window-choices';
import type { FacetValue } from '../../../../shared/search';

/** Something that can be put into the query where the caret stands. */
export interface Proposal {
  /** What is written: a field's name, or a value. */
  readonly value: string;
  readonly kind: 'field' | 'known' | 'fixed';
  readonly field: QueryField;
  /** In how many releases it is; null where nobody counts. */
  readonly count: number | null;
}

/** More would cover the list that the person wants to see. */
export const mostProposals = 8;

/** A single Latin letter begins too many words to tell anything. */
const fewestLetters = 2;

export function isValueField(field: QueryField): field is ValueField {
  return (valueFields as readonly string[]).includes(field);
}

/** Values that the archive has for what is being completed, if it is such a field. */
export interface KnownValues {
  readonly field: QueryField;
  readonly values: readonly FacetValue[];
}

function fieldProposals(prefix: string): readonly Proposal[] {
  const isLatin = /^[a-z]/i.test(prefix);
  if (isLatin && prefix.length < fewestLetters) return [];
  return fieldCompletions(prefix).map(({ field, name }) => ({
    value: name,
    kind: 'field',
    field,
    count: null,
  }));
}

/** What can be put where the caret stands, the likeliest first. */
export function proposalsFor(
  completion: Completion | null,
  known: KnownValues | null,
): readonly Proposal[] {
  if (completion === null) return [];
  if (completion.kind === 'field') {
    return fieldProposals(completion.prefix).slice(0, mostProposals);
  }
  const { field } = completion;
  const prefix = completion.prefix.trim().toLowerCase();
  const values = known?.field === field ? known.values : [];
  const found = values.map(({ value, count }): Proposal => ({
    value,
    kind: 'known',
    field,
    count,
  }));
  const fixed = fixedValues(field)
    .filter((value) => value.toLowerCase().startsWith(prefix))
    .map((value): Proposal => ({ value, kind: 'fixed', field, count: null }));
  const all = [...fixed, ...found].slice(0, mostProposals);
  const [only] = all;
  // Nothing is left to complete.
  return all.length === 1 && only?.value.toLowerCase() === prefix ? [] : all;
}

/** The place after a step through the list; null is the field itself, above the first. */
export function stepped(active: number | null, by: 1 | -1, total: number): number | null {
  if (total === 0) return null;
  if (active === null) return by === 1 ? 0 : total - 1;
  const next = active + by;
  return next < 0 || next >= total ? null : next;
}
