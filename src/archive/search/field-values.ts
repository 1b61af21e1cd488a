import { hasInitials, pinyinInitials } from '../../shared/pinyin-initials';
import type { FacetValue } from '../../shared/search';
import { namesOf } from '../partners/partner-service';
import type { ArchiveStore } from '../store/archive-store';
import { foldText } from './engine/fold-text';
import { fieldsAskedAs } from './engine/asked-terms';
import { isInTrash, type ListFacet } from './index/columns';
import type { Part } from './index/part';
import { fieldKey } from './index/term-keys';
import type { Postings } from './posting-store';
import type { SearchIndex } from './search-index';
import { byCodeUnits } from './sorted-words';

/** Fields whose values the archive can name. */
export type ValueField = 'partner' | 'person' | 'tag' | 'place' | 'pack';

interface KnownValue extends FacetValue {
  /** What may be typed to find it, folded. */
  readonly names: readonly string[];
  /** Of the pinyin of Chinese names. */
  readonly initials: readonly string[];
}

function asTyped(names: readonly string[]): Pick<KnownValue, 'names' | 'initials'> {
  return {
    names: names.map(foldText),
    initials: names.map(pinyinInitials).filter((each) => each !== ''),
  };
}

/** Names the values of fields, for whoever begins to type one. */
export class FieldValues {
  readonly #store: ArchiveStore;
  readonly #known = new Map<ValueField, readonly KnownValue[]>();
  /** The state of the index in which they were counted. */
  #counted: { readonly index: SearchIndex; readonly version: number } | null = null;

  constructor(store: ArchiveStore) {
    this.#store = store;
  }

  /** A partner's names changed: values are counted anew when they are next asked for. */
  forget(): void {
    this.#known.clear();
  }

  find(
    index: SearchIndex,
    field: ValueField,
    prefix: string,
    limit: number,
  ): readonly FacetValue[] {
    const wanted = foldText(prefix);
    if (field === 'place') return placesBeginning(index.parts, wanted, limit);
    // Packs change without a change of any release.
    if (field === 'pack') this.#known.delete(field);
    if (this.#counted?.index !== index || this.#counted.version !== index.version) {
      this.#known.clear();
      this.#counted = { index, version: index.version };
    }
    let known = this.#known.get(field);
    if (known === undefined) {
      known = this.#count(index, field);
      this.#known.set(field, known);
    }
    const found: FacetValue[] = [];
    const foundByInitials: FacetValue[] = [];
    for (const { value, count, names, initials } of known) {
      if (found.length >= limit) break;
      if (names.some((name) => ` ${name}`.includes(` ${wanted}`))) found.push({ value, count });
      else if (initials.some((each) => hasInitials(each, prefix))) {
        foundByInitials.push({ value, count });
      }
    }
    return [...found, ...foundByInitials].slice(0, limit);
  }

  #count(index: SearchIndex, field: 'partner' | 'person' | 'tag' | 'pack'): readonly KnownValue[] {
    const { partners, packs } = this.#store.tables;
    const values: KnownValue[] = [];
    if (field === 'pack') {
      const { releases } = this.#store.tables;
      for (const { title, items } of packs.values()) {
        const kept = items.filter((item) => releases.listedAs(item.releaseId)?.deletedAt === null);
        values.push({ value: title, count: kept.length, ...asTyped([title]) });
      }
    } else if (field === 'partner') {
      const counts = countValues(index.parts, 'partner');
      for (const partner of partners.values()) {
        const count = counts.get(partner.id) ?? 0;
        values.push({ value: partner.name, count, ...asTyped(namesOf(partner)) });
      }
    } else {
      for (const [value, count] of countValues(index.parts, field)) {
        values.push({ value, count, ...asTyped([value]) });
      }
    }
    return values.sort((a, b) => b.count - a.count || byCodeUnits(a.value, b.value));
  }
}

function countValues(parts: readonly Part[], facet: ListFacet): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const part of parts) {
    const { offsets, values, size, text } = part.columns.facets[facet];
    const own = new Uint32Array(size);
    inArchive(part).forEach((isThere, document) => {
      const end = isThere === 1 ? (offsets[document + 1] ?? 0) : 0;
      for (let at = offsets[document] ?? 0; at < end; at += 1) {
        const value = values[at] ?? 0;
        own[value] = (own[value] ?? 0) + 1;
      }
    });
    own.forEach((count, value) => {
      if (count > 0) counts.set(text(value), (counts.get(text(value)) ?? 0) + count);
    });
  }
  return counts;
}

function countIn(mask: Uint8Array, postings: Postings): number {
  let count = 0;
  for (const documents of postings) {
    const { length } = documents ?? [];
    for (let at = 0; at < length; at += 1) count += mask[documents?.[at] ?? 0] ?? 0;
  }
  return count;
}

/** 1 for the living documents of a part that aren't in the trash. */
function inArchive({ alive, columns: { traits } }: Part): Uint8Array {
  return alive.map((isAlive, document) => (isInTrash(traits[document] ?? 0) ? 0 : isAlive));
}

/** Words of datelines; how many releases have each as a place. */
function placesBeginning(
  parts: readonly Part[],
  prefix: string,
  limit: number,
): readonly FacetValue[] {
  const [field = 0] = fieldsAskedAs('place');
  const counts = new Map<string, number>();
  if (prefix === '') return [];
  for (const part of parts) {
    const isThere = inArchive(part);
    part.visitWords(prefix, (word, term) => {
      const place = part.term(fieldKey(field, part.termText(term)));
      const count = place < 0 ? 0 : countIn(isThere, part.postings(place));
      if (count > 0) counts.set(word, (counts.get(word) ?? 0) + count);
    });
  }
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || byCodeUnits(a.value, b.value))
    .slice(0, limit);
}
