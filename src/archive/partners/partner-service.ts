import { v7 as newId } from 'uuid';
import type { Partner, PartnerId, PartnerSummary } from '../../shared/partner';
import type { ReleaseId } from '../../shared/release';
import { ArchiveError } from '../errors';
import type { ArchiveStore } from '../store/archive-store';
import type { Step } from '../store/records';
import { mergedPartner } from './merge';

type PartnerContent = Omit<Partner, 'id' | 'formerIds'>;

/** Called after a change of a partner, with the releases that were tagged anew besides. */
type PartnerChanged = (id: PartnerId, releases: readonly ReleaseId[]) => Promise<void>;

/** The authority file of partner organisations. */
export class PartnerService {
  readonly #store: ArchiveStore;
  readonly #changed: PartnerChanged;

  constructor(store: ArchiveStore, changed: PartnerChanged) {
    this.#store = store;
    this.#changed = changed;
  }

  /** All partners by name, each with the number of its releases outside the trash. */
  list(): readonly PartnerSummary[] {
    const counts = new Map<PartnerId, { releases: number; last: string | null }>();
    for (const release of this.#store.tables.releases.listed()) {
      if (release.deletedAt !== null) continue;
      for (const id of release.partnerIds) {
        const count = counts.get(id) ?? { releases: 0, last: null };
        count.releases += 1;
        if (release.publicationDate !== null && release.publicationDate > (count.last ?? '')) {
          count.last = release.publicationDate;
        }
        counts.set(id, count);
      }
    }
    return [...this.#store.tables.partners.values()]
      .map((partner) => ({
        ...partner,
        releaseCount: counts.get(partner.id)?.releases ?? 0,
        lastMention: counts.get(partner.id)?.last ?? null,
      }))
      .sort((a, b) => a.name.localeCompare(b.name));
  }

  /** Throws `partner-name-taken`. */
  async add(content: PartnerContent, group?: string): Promise<Partner> {
    const partner: Partner = { ...normalised(content), id: newId() };
    this.#requireFreeName(partner);
    await this.#store.transact('partner:add', [{ put: 'partner', record: partner }], group);
    await this.#changed(partner.id, []);
    return partner;
  }

  /** Throws `partner-not-found`, `partner-name-taken`. */
  async revise(id: PartnerId, content: PartnerContent): Promise<Partner> {
    const partner: Partner = { ...this.#record(id), ...normalised(content) };
    this.#requireFreeName(partner);
    await this.#store.transact('partner:revise', [{ put: 'partner', record: partner }]);
    await this.#changed(id, []);
    return partner;
  }

  /**
   * Makes one partner of several, as one change: `id` stays and gets the names of the others as
   * aliases, and their releases, also those in the trash, are tagged with it.
   * Throws `partner-not-found`.
   */
  async merge(id: PartnerId, merged: readonly PartnerId[]): Promise<Partner> {
    const gone = [...new Set(merged)]
      .filter((each) => each !== id)
      .map((each) => this.#record(each));
    const partner = mergedPartner(this.#record(id), gone);
    const goneIds = new Set(gone.map((each) => each.id));
    const steps: Step[] = [{ put: 'partner', record: partner }];
    const releases: ReleaseId[] = [];
    const { releases: all } = this.#store.tables;
    for (const listed of all.listed()) {
      if (!listed.partnerIds.some((each) => goneIds.has(each))) continue;
      const record = all.get(listed.id);
      if (record === undefined) continue;
      const partnerIds = [
        ...new Set(record.partnerIds.map((each) => (goneIds.has(each) ? id : each))),
      ];
      const revision = record.revision + 1;
      steps.push({ put: 'release', record: { ...record, partnerIds, revision } });
      releases.push(record.id);
    }
    for (const each of goneIds) steps.push({ drop: 'partner', id: each });
    if (gone.length === 0) return partner;
    await this.#store.transact('partner:merge', steps);
    await this.#changed(id, releases);
    return partner;
  }

  /** The partner with that preferred name or alias; case and width don't matter. */
  byName(name: string): Partner | null {
    const wanted = folded(name);
    for (const partner of this.#store.tables.partners.values()) {
      if (namesOf(partner).some((known) => folded(known) === wanted)) return partner;
    }
    return null;
  }

  #record(id: PartnerId): Partner {
    const partner = this.#store.tables.partners.get(id);
    if (partner === undefined) {
      throw new ArchiveError('partner-not-found', 'That partner no longer exists.', { id });
    }
    return partner;
  }

  #requireFreeName(partner: Partner): void {
    const mine = new Set(namesOf(partner).map(folded));
    for (const other of this.#store.tables.partners.values()) {
      if (other.id === partner.id) continue;
      const shared = namesOf(other).find((name) => mine.has(folded(name)));
      if (shared !== undefined) {
        throw new ArchiveError(
          'partner-name-taken',
          `"${shared}" is already a name of the partner "${other.name}".`,
          { name: shared, partner: other.name },
        );
      }
    }
  }
}

/** The partner with that id, or the one that it was merged into. */
export function partnerOf(
  partners: ReadonlyMap<PartnerId, Partner>,
  id: PartnerId,
): Partner | null {
  const partner = partners.get(id);
  if (partner !== undefined) return partner;
  for (const other of partners.values()) if (other.formerIds?.includes(id) === true) return other;
  return null;
}

export function namesOf(partner: Partner): readonly string[] {
  return [partner.name, ...partner.aliases.map((alias) => alias.name)];
}

function folded(name: string): string {
  return name.normalize('NFKC').toLowerCase();
}

function normalised(content: PartnerContent): PartnerContent {
  return {
    ...content,
    name: content.name.normalize('NFC').trim(),
    aliases: content.aliases
      .map((alias) => ({ ...alias, name: alias.name.normalize('NFC').trim() }))
      .filter((alias) => alias.name !== ''),
  };
}
