import { create } from 'zustand';
import type { ListLayout } from '../../../shared/window-choices';
import type { PackId } from '../../../shared/press-pack';
import type { PartnerId } from '../../../shared/partner';
import type { ReleaseId } from '../../../shared/release';
import type { ListPlace, SearchToSave, SortOrder } from '../../../shared/search';

export type MainView =
  | { readonly kind: 'releases' }
  | { readonly kind: 'pack'; readonly packId: PackId }
  | { readonly kind: 'import' };

export type Place = ListPlace;

/** What the workspace shows and what is chosen in it. Lives as long as the window. */
export interface WorkspaceState {
  readonly view: MainView;
  readonly text: string;
  /** The text was typed, not chosen: its last word may go on. */
  readonly isTyped: boolean;
  readonly place: Place;
  readonly year: number | null;
  readonly partnerIds: readonly PartnerId[];
  readonly tags: readonly string[];
  /** Relevance means nothing without words, so each case keeps its own order. */
  readonly sortWithText: SortOrder;
  readonly sortWithoutText: SortOrder;
  /** The release in the reader. */
  readonly openId: ReleaseId | null;
  /** Rows chosen together; holds the open one, and only it, most of the time. */
  readonly selectedIds: ReadonlySet<ReleaseId>;
  /** Where a Shift selection starts. */
  readonly anchorId: ReleaseId | null;
  readonly isSidebarShown: boolean;
  readonly layout: ListLayout;
}

/** One and the same, so that what shows the view is drawn anew only with another one. */
const releasesView: MainView = { kind: 'releases' };

const initial: WorkspaceState = {
  view: releasesView,
  text: '',
  isTyped: false,
  place: 'archive',
  year: null,
  partnerIds: [],
  tags: [],
  sortWithText: 'relevance',
  sortWithoutText: 'newest',
  openId: null,
  selectedIds: new Set(),
  anchorId: null,
  isSidebarShown: true,
  layout: 'comfortable',
};

const noFilters = {
  isTyped: false,
  year: null,
  partnerIds: [],
  tags: [],
  place: 'archive',
} as const;

export const useWorkspace = create<WorkspaceState>(() => initial);

const { setState: set, getState: get } = useWorkspace;

export function resetWorkspace(): void {
  set(({ isSidebarShown, layout }) => ({ ...initial, isSidebarShown, layout }));
}

/** Another question, chosen as a whole. */
export function setSearchText(text: string): void {
  set({ text, isTyped: false, view: releasesView });
}

/** Another question, while it is being typed. */
export function typeSearchText(text: string): void {
  set({ text, isTyped: true, view: releasesView });
}

/** A saved search, in the order in which it was saved; filters would make it another one. */
export function runSearch({ text, sort, place }: SearchToSave): void {
  // Each has an order of its own, as `sortOf` says.
  const order = text === '' ? { sortWithoutText: sort } : { sortWithText: sort };
  set({ ...noFilters, ...order, text, place: place ?? 'archive', view: releasesView });
}

/** What is about the same as a release, wherever it is filed. */
export function showLike(id: ReleaseId): void {
  set({ ...noFilters, text: likeText(id), sortWithText: 'relevance', view: releasesView });
}

function likeText(id: ReleaseId): string {
  return `like:${id}`;
}

/** A place of the sidebar: the other filters give way, the words stay. */
export function showPlace(place: Place, year: number | null = null): void {
  set({ view: releasesView, place, year, partnerIds: [], tags: [] });
}

export function showPartner(id: PartnerId, adds: boolean): void {
  set(({ partnerIds }) => {
    const isOn = partnerIds.includes(id);
    const others = partnerIds.filter((other) => other !== id);
    const together = isOn ? others : [...others, id];
    return {
      view: releasesView,
      place: 'archive',
      partnerIds: adds ? together : isOn && partnerIds.length === 1 ? [] : [id],
    };
  });
}

export function removePartnerFilter(id: PartnerId): void {
  set(({ partnerIds }) => ({ partnerIds: partnerIds.filter((other) => other !== id) }));
}

/** Releases with a tag; `adds` leaves the other tags that narrow the list in place. */
export function showTag(tag: string, adds: boolean): void {
  set(({ tags, place }) => {
    const isOn = tags.includes(tag);
    const others = tags.filter((other) => other !== tag);
    const together = isOn ? others : [...others, tag];
    return {
      view: releasesView,
      place: place === 'trash' ? 'archive' : place,
      tags: adds ? together : isOn && tags.length === 1 ? [] : [tag],
    };
  });
}

export function removeTagFilter(tag: string): void {
  set(({ tags }) => ({ tags: tags.filter((other) => other !== tag) }));
}

/** A partner that became another one is that one for the filter, too. */
export function replacePartnerFilter(gone: PartnerId, kept: PartnerId): void {
  set(({ partnerIds }) =>
    partnerIds.includes(gone)
      ? { partnerIds: [...new Set(partnerIds.map((id) => (id === gone ? kept : id)))] }
      : {},
  );
}

/** The place alone; what else narrows the list stays. */
export function setPlace(place: Place): void {
  set({ place });
}

export function setYear(year: number | null): void {
  set({ year });
}

export function clearFilters(): void {
  set({ ...noFilters, text: '' });
}

/** Whether the sidebar's place, year, partners or tags narrow the list. */
export function hasFilters({ place, year, partnerIds, tags }: WorkspaceState): boolean {
  return place !== 'archive' || year !== null || partnerIds.length > 0 || tags.length > 0;
}

/** The words stay; the sidebar's place, year, partners and tags go. */
export function dropFilters(): void {
  set(({ isTyped }) => ({ ...noFilters, isTyped }));
}

export function setSort(sort: SortOrder): void {
  set(get().text.trim() === '' ? { sortWithoutText: sort } : { sortWithText: sort });
}

export function sortOf(state: WorkspaceState): SortOrder {
  const sort = state.text.trim() === '' ? state.sortWithoutText : state.sortWithText;
  // A line of time has no other order.
  return state.layout === 'timeline' && sort === 'relevance' ? 'newest' : sort;
}

export function setLayout(layout: ListLayout): void {
  set({ layout });
}

export function showPack(packId: PackId): void {
  set({ view: { kind: 'pack', packId } });
}

export function showImport(): void {
  set({ view: { kind: 'import' } });
}

export function showReleases(): void {
  set({ view: releasesView });
}

export function openRelease(id: ReleaseId | null): void {
  set({ openId: id, selectedIds: new Set(id === null ? [] : [id]), anchorId: id });
}

export function selectReleases(ids: readonly ReleaseId[], openId: ReleaseId): void {
  set({ selectedIds: new Set(ids), openId });
}

export function toggleSelected(id: ReleaseId): void {
  set(({ selectedIds }) => {
    const next = new Set(selectedIds);
    if (next.has(id) && next.size > 1) next.delete(id);
    else next.add(id);
    return { selectedIds: next, openId: id, anchorId: id };
  });
}

export function toggleSidebar(isShown = !get().isSidebarShown): void {
  set({ isSidebarShown: isShown });
}

/** The releases that a command would act on. */
export function targetIds(state: WorkspaceState): readonly ReleaseId[] {
  if (state.view.kind !== 'releases') return [];
  if (state.selectedIds.size > 0) return [...state.selectedIds];
  return state.openId === null ? [] : [state.openId];
}
