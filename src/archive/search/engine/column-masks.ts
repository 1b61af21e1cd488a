import { bufferOf } from '../index/bytes';
import { dateNumber, traitValues, type FacetColumn, type ListFacet } from '../index/columns';
import type { Part } from '../index/part';
import type { ColumnLists } from './column-lists';
import type { Mask } from './masks';

/** Published from `from` to `to`, both included; `lists` of a part that never gains a document. */
export function datesMask(
  part: Part,
  from: string | null,
  to: string | null,
  lists: ColumnLists | null,
): Mask {
  const first = from === null ? 1 : dateNumber(from);
  const last = to === null ? 99_999_999 : dateNumber(to);
  const mask = new Uint8Array(part.size);
  if (lists !== null) {
    for (const document of lists.dated(first, last)) mask[document] = 1;
    return mask;
  }
  const { dates } = part.columns;
  for (let document = 0; document < mask.length; document += 1) {
    const date = dates[document] ?? 0;
    if (date >= first && date <= last) mask[document] = 1;
  }
  return mask;
}

/** One of the values of a facet that `wanted` accepts; `lists` as for dates. */
export function facetMask(
  part: Part,
  facet: ListFacet,
  wanted: (text: string) => boolean,
  lists: ColumnLists | null,
): Mask {
  const column = part.columns.facets[facet];
  const mask = new Uint8Array(part.size);
  const accepted: number[] = [];
  for (let value = 0; value < column.size; value += 1) {
    if (wanted(column.text(value))) accepted.push(value);
  }
  if (lists === null) markEach(mask, column, new Set(accepted));
  else {
    for (const value of accepted) {
      for (const document of lists.having(facet, value)) mask[document] = 1;
    }
  }
  return mask;
}

function markEach(
  mask: Uint8Array,
  { offsets, values }: FacetColumn,
  accepted: ReadonlySet<number>,
): void {
  if (accepted.size === 0) return;
  for (let document = 0; document < mask.length; document += 1) {
    const end = offsets[document + 1] ?? 0;
    for (let at = offsets[document] ?? 0; at < end; at += 1) {
      if (accepted.has(values[at] ?? 0)) mask[document] = 1;
    }
  }
}

/** Traits that `test` accepts. */
export function traitsMask(part: Part, test: (traits: number) => boolean): Mask {
  const { traits } = part.columns;
  const mask = new Uint8Array(part.size);
  const answers = new Uint8Array(traitValues);
  // Few values come, or all have one answer: a buffer is looked through 50 times as fast.
  const buffer = bufferOf(traits);
  let passing = 0;
  let present = 0;
  for (let value = 0; value < traitValues; value += 1) {
    if (!buffer.includes(value)) continue;
    present += 1;
    if (!test(value)) continue;
    answers[value] = 1;
    passing += 1;
  }
  if (passing === present) return mask.fill(1);
  if (passing === 0) return mask;
  for (let document = 0; document < mask.length; document += 1) {
    mask[document] = answers[traits[document] ?? 0] ?? 0;
  }
  return mask;
}
