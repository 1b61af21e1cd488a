import type { PartnerSummary } from '../../../shared/partner';
import type { FacetField } from '../../../shared/query';
import type { ListPlace, SearchToSave } from '../../../shared/search';
import { withPiece } from './query';
import { sortOf, type WorkspaceState } from './workspace';

type Named = Pick<PartnerSummary, 'id' | 'name'>;

/** What the list shows as one search: what the sidebar narrows it by becomes a part of the query. */
export function seenSearch(state: WorkspaceState, partners: readonly Named[]): SearchToSave {
  const { year, partnerIds, tags, place } = state;
  const pieces: (readonly [FacetField, string])[] = [];
  if (year !== null) pieces.push(['year', String(year)]);
  for (const id of partnerIds) {
    const partner = partners.find((each) => each.id === id);
    if (partner !== undefined) pieces.push(['partner', partner.name]);
  }
  for (const tag of tags) pieces.push(['tag', tag]);
  const status = statusOf(place);
  if (status !== null) pieces.push(['status', status]);
  const text = pieces.reduce(
    (left, [field, value]) => withPiece(left, field, value),
    state.text.trim(),
  );
  const search = { text, sort: sortOf(state) };
  return place === 'needs-look' || place === 'trash' ? { ...search, place } : search;
}

function statusOf(place: ListPlace): string | null {
  if (place === 'drafts') return 'draft';
  return place === 'embargoed' ? 'embargoed' : null;
}

/** Whether two searches ask for the same, in whatever order it is shown. */
export function isSameSearch(a: SearchToSave, b: SearchToSave): boolean {
  return a.text === b.text && a.place === b.place;
}
