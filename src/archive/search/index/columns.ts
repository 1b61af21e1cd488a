import { releaseLanguages, releaseStatuses } from '../../../shared/release';
import type { SearchDocument } from '../search-document';

/** Facets of which a document may have several values. */
export const listFacets = ['partner', 'tag', 'person'] as const;
export type ListFacet = (typeof listFacets)[number];

export function listValues(document: SearchDocument, facet: ListFacet): readonly string[] {
  switch (facet) {
    case 'partner':
      return document.partnerIds;
    case 'tag':
      return document.tags;
    case 'person':
      return document.personNames;
  }
}

/** A publication date as the number YYYYMMDD; 0 is none. They sort as dates do. */
export function dateNumber(date: string | null): number {
  return date === null ? 0 : Number(date.slice(0, 4) + date.slice(5, 7) + date.slice(8, 10));
}

/** The date of a number. */
export function dateText(date: number): string | null {
  if (date === 0) return null;
  const digits = String(date).padStart(8, '0');
  return `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`;
}

/** Bits of a document's traits: status 0–1, language 2–3, in the trash 4, has photos 5. */
const languageShift = 2;
const twoBits = 3;
const trashBit = 1 << 4;
const photosBit = 1 << 5;
/** Traits are below it. */
export const traitValues = 1 << 6;

export function traitsOf(document: Traits): number {
  return (
    releaseStatuses.indexOf(document.status) |
    (releaseLanguages.indexOf(document.language) << languageShift) |
    (document.inTrash ? trashBit : 0) |
    (document.hasPhotos ? photosBit : 0)
  );
}

type Traits = Pick<SearchDocument, 'status' | 'language' | 'inTrash' | 'hasPhotos'>;

export function parseTraits(traits: number): Traits {
  return {
    status: releaseStatuses[statusNumber(traits)] ?? 'filed',
    language: releaseLanguages[languageNumber(traits)] ?? 'und',
    inTrash: isInTrash(traits),
    hasPhotos: hasPhotos(traits),
  };
}

/** Place in `releaseStatuses`. */
export function statusNumber(traits: number): number {
  return traits & twoBits;
}

/** Place in `releaseLanguages`. */
export function languageNumber(traits: number): number {
  return (traits >> languageShift) & twoBits;
}

export function isInTrash(traits: number): boolean {
  return (traits & trashBit) !== 0;
}

export function hasPhotos(traits: number): boolean {
  return (traits & photosBit) !== 0;
}

/** The values of a facet, document by document: those of document n are `values[offsets[n]..offsets[n+1]]`. */
export interface FacetColumn {
  readonly offsets: Uint32Array;
  /** Numbers of the column's own dictionary. */
  readonly values: Uint32Array;
  readonly size: number;
  /** The value itself. */
  readonly text: (value: number) => string;
}

/** What documents are filtered, counted and sorted by. */
export interface Columns {
  readonly dates: Uint32Array;
  readonly traits: Uint8Array;
  readonly facets: Readonly<Record<ListFacet, FacetColumn>>;
}
