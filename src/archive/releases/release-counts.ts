import type { TagCount, YearCount } from '../../shared/archive-info';
import { needsLook, type ListedRelease, type ReleaseTable } from '../store/release-table';

interface PlaceCounts {
  readonly releases: number;
  readonly drafts: number;
  readonly needsLook: number;
  readonly trash: number;
  /** Newest first; undated releases count in no year. */
  readonly years: readonly YearCount[];
}

/** Adds a release to what is counted, or, with -1, takes it away. */
type Tally = (release: ListedRelease, by: 1 | -1) => void;

/**
 * What the sidebar counts. Everything is gone through once, when somebody first asks; afterwards each
 * change adds and takes away its own.
 */
export class ReleaseCounts {
  readonly #table: ReleaseTable;
  #places: PlaceTally | null = null;
  #tags: TagTally | null = null;

  constructor(table: ReleaseTable) {
    this.#table = table;
    table.watch((before, after) => {
      for (const tally of [this.#places?.tally, this.#tags?.tally]) {
        if (before !== undefined) tally?.(before, -1);
        if (after !== undefined) tally?.(after, 1);
      }
    });
  }

  places(): PlaceCounts {
    this.#places ??= counted(new PlaceTally(), this.#table);
    return this.#places.counts();
  }

  /** Of all releases that aren't in the trash; the most frequent first. */
  tags(): readonly TagCount[] {
    this.#tags ??= counted(new TagTally(), this.#table);
    return this.#tags.counts();
  }
}

function counted<T extends { readonly tally: Tally }>(into: T, table: ReleaseTable): T {
  for (const release of table.listed()) into.tally(release, 1);
  return into;
}

class PlaceTally {
  readonly #years = new Map<string, number>();
  #releases = 0;
  #drafts = 0;
  #needsLook = 0;
  #trash = 0;

  readonly tally: Tally = (release, by) => {
    if (release.deletedAt !== null) {
      this.#trash += by;
      return;
    }
    this.#releases += by;
    if (release.status === 'draft') this.#drafts += by;
    if (needsLook(release)) this.#needsLook += by;
    if (release.publicationDate !== null) add(this.#years, release.publicationDate.slice(0, 4), by);
  };

  counts(): PlaceCounts {
    return {
      releases: this.#releases,
      drafts: this.#drafts,
      needsLook: this.#needsLook,
      trash: this.#trash,
      years: [...this.#years]
        .map(([year, releases]) => ({ year: Number(year), releases }))
        .sort((a, b) => b.year - a.year),
    };
  }
}

class TagTally {
  readonly #tags = new Map<string, number>();
  #sorted: readonly TagCount[] | null = null;

  readonly tally: Tally = ({ deletedAt, tags }, by) => {
    if (deletedAt !== null || tags.length === 0) return;
    for (const tag of tags) add(this.#tags, tag, by);
    this.#sorted = null;
  };

  counts(): readonly TagCount[] {
    this.#sorted ??= [...this.#tags]
      .map(([tag, releases]) => ({ tag, releases }))
      .sort((a, b) => b.releases - a.releases || (a.tag < b.tag ? -1 : 1));
    return this.#sorted;
  }
}

function add(counts: Map<string, number>, key: string, by: 1 | -1): void {
  const count = (counts.get(key) ?? 0) + by;
  if (count === 0) counts.delete(key);
  else counts.set(key, count);
}
