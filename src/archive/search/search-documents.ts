import { crc32 } from 'node:zlib';
import type { PartnerId } from '../../shared/partner';
import { withoutPhotoPlaces } from '../../shared/photo-places';
import { creditText } from '../../shared/release-draft';
import { namesOf } from '../partners/partner-service';
import { withoutMarkup } from '../releases/markup';
import type { ArchiveStore } from '../store/archive-store';
import type { ReleaseRecord } from '../store/records';
import type { ListedRelease } from '../store/release-table';
import type { SearchDocument } from './search-document';

/** What the index is made of: releases as documents, and the stamps that tell their states apart. */
export class SearchDocuments {
  readonly #store: ArchiveStore;
  readonly #names = new Map<PartnerId, string>();

  constructor(store: ArchiveStore) {
    this.#store = store;
  }

  /** Its names changed: the releases that are tagged with it have other stamps from now on. */
  forgetPartner(id: PartnerId): void {
    this.#names.delete(id);
  }

  /** Changes with everything that a release's document is made of. */
  stampOf(release: ListedRelease): number {
    const { revision, publicationDate, status, deletedAt, partnerIds } = release;
    const parts = [revision, publicationDate, status, deletedAt === null ? 0 : 1];
    return crc32([...parts, ...partnerIds.map((id) => this.#namesOf(id))].join('\u0000'));
  }

  async documentOf(record: ReleaseRecord): Promise<SearchDocument> {
    const { partners } = this.#store.tables;
    const stamp = this.stampOf(record);
    return {
      id: record.id,
      headline: record.headline,
      subheadline: record.subheadline,
      // A body that can't be read must not hide what else is known of the release.
      body: withoutMarkup(
        withoutPhotoPlaces(await this.#store.readBody(record.id).catch(() => record.excerpt)),
      ),
      captions: record.photos.map((use) => use.caption).filter((caption) => caption !== ''),
      credits: [record.byline]
        .concat(
          [record.textCredit, record.photoCredit].flatMap((credit) =>
            credit === null ? [] : [creditText(credit)],
          ),
        )
        .concat([...new Set(record.photos.map((use) => use.creditLine))])
        .filter(Boolean),
      partners: record.partnerIds.flatMap((id) => {
        const partner = partners.get(id);
        return partner === undefined ? [] : namesOf(partner);
      }),
      people: record.people.map((person) => `${person.name} ${person.title}`.trim()),
      tags: record.tags,
      place: record.dateline,
      publicationDate: record.publicationDate,
      status: record.status,
      language: record.language,
      inTrash: record.deletedAt !== null,
      hasPhotos: record.photos.length > 0,
      partnerIds: record.partnerIds,
      personNames: record.people.map((person) => person.name).filter(Boolean),
      stamp,
    };
  }

  #namesOf(id: PartnerId): string {
    const known = this.#names.get(id);
    if (known !== undefined) return known;
    const partner = this.#store.tables.partners.get(id);
    const names = [id, ...(partner === undefined ? [] : namesOf(partner))].join('\u0001');
    this.#names.set(id, names);
    return names;
  }
}
