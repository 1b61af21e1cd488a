import { v7 as newId } from 'uuid';
import type { Partner, PartnerId, PartnerSummary } from '../../shared/partner';
import { ArchiveError } from '../errors';
import type { ArchiveStore } from '../store/archive-store';

export type PartnerContent = Omit<Partner, 'id'>;

/** The authority file of partner organisations. */
export class PartnerService {
  readonly #store: ArchiveStore;
  readonly #changed: (id: PartnerId) => Promise<void>;

  constructor(store: ArchiveStore, changed: (id: PartnerId) => Promise<void>) {
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
  async add(content: PartnerContent): Promise<Partner> {
    const partner: Partner = { ...normalised(content), id: newId() };
    this.#requireFreeName(partner);
    await this.#store.transact('partner:add', [{ put: 'partner', record: partner }]);
    await this.#changed(partner.id);
    return partner;
  }

  /** Throws `partner-not-found`, `partner-name-taken`. */
  async revise(id: PartnerId, content: PartnerContent): Promise<Partner> {
    if (!this.#store.tables.partners.has(id)) {
      throw new ArchiveError('partner-not-found', 'That partner no longer exists.', { id });
    }
    const partner: Partner = { ...normalised(content), id };
    this.#requireFreeName(partner);
    await this.#store.transact('partner:revise', [{ put: 'partner', record: partner }]);
    await this.#changed(id);
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
