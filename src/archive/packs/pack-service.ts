import { v7 as newId } from 'uuid';
import { lastEmbargo, type Embargo } from '../../shared/embargo';
import {
  mostPackItems,
  type PackContent,
  type PackExport,
  type PackId,
  type PackItem,
  type PackRemark,
  type PressPack,
} from '../../shared/press-pack';
import type { PhotoId } from '../../shared/photo';
import type { Release, ReleaseId } from '../../shared/release';
import { ArchiveError } from '../errors';
import { releaseOf } from '../releases/release-record';
import type { ArchiveStore } from '../store/archive-store';
import { exportPack, type ExportOptions } from './export/export-pack';
import type { PhotoToExport, ReleaseToExport } from './export/pack-to-export';
import { photoFileName, releaseAsText } from './export/single-release';
import { checkPack } from './pack-check';

/** Press packs: collecting, checking, exporting. */
export class PackService {
  readonly #store: ArchiveStore;
  readonly #changed: (id: PackId) => void;

  constructor(store: ArchiveStore, changed: (id: PackId) => void) {
    this.#store = store;
    this.#changed = changed;
  }

  /** All packs, the one changed last first. */
  /** Changed last, first. Their ids tell which of one millisecond was made later. */
  list(): readonly PressPack[] {
    return [...this.#store.tables.packs.values()].sort(
      (a, b) => b.modifiedAt.localeCompare(a.modifiedAt) || b.id.localeCompare(a.id),
    );
  }

  /** Throws `pack-not-found`. */
  read(id: PackId): PressPack {
    const pack = this.#store.tables.packs.get(id);
    if (pack === undefined) {
      throw new ArchiveError('pack-not-found', 'That press pack no longer exists.', { id });
    }
    return pack;
  }

  /** Changes of one `group` that follow one another are undone together. */
  async create(content: PackContent, group?: string): Promise<PressPack> {
    const now = new Date().toISOString();
    const pack = { ...content, id: newId(), createdAt: now, modifiedAt: now, seals: [] };
    return this.#put('pack:create', pack, group);
  }

  /** Throws `pack-not-found`. */
  async revise(id: PackId, content: PackContent, group?: string): Promise<PressPack> {
    const pack = { ...this.read(id), ...content, modifiedAt: new Date().toISOString() };
    return this.#put('pack:revise', pack, group);
  }

  /**
   * Puts releases with all of their photos at the end of a pack as it is now, and takes others out of it.
   * What is in it already, or isn't, stays so. Throws `pack-not-found`, `request-invalid`.
   */
  async changeItems(
    id: PackId,
    { add, remove }: { readonly add: readonly ReleaseId[]; readonly remove: readonly ReleaseId[] },
    group?: string,
  ): Promise<{ readonly pack: PressPack; readonly changed: number }> {
    const pack = this.read(id);
    const gone = new Set(remove);
    const kept = pack.items.filter(({ releaseId }) => !gone.has(releaseId));
    const inside = new Set(kept.map(({ releaseId }) => releaseId));
    const fresh = this.#itemsOf(add).filter(({ releaseId }) => !inside.has(releaseId));
    const changed = pack.items.length - kept.length + fresh.length;
    if (changed === 0) return { pack, changed };
    if (kept.length + fresh.length > mostPackItems) {
      throw new ArchiveError('request-invalid', `A pack holds at most ${mostPackItems} releases.`);
    }
    const modifiedAt = new Date().toISOString();
    // Nothing else comes between reading it and putting it: two windows may add at once.
    const revised = { ...pack, items: [...kept, ...fresh], modifiedAt };
    return { pack: await this.#put('pack:revise', revised, group), changed };
  }

  /**
   * Puts releases with all of their photos into the first of `trays` that is here; into a new pack of that
   * title where none is. Throws `request-invalid`.
   */
  async collect(
    trays: readonly PackId[],
    { title, add }: { readonly title: string; readonly add: readonly ReleaseId[] },
  ): Promise<{ readonly pack: PressPack; readonly changed: number }> {
    const tray = trays.find((id) => this.#store.tables.packs.get(id) !== undefined);
    if (tray !== undefined) return this.changeItems(tray, { add, remove: [] });
    const items = this.#itemsOf(add);
    const pack = await this.create({ title, coverNote: '', contact: '', items });
    return { pack, changed: items.length };
  }

  /** Throws `pack-not-found`. */
  async delete(id: PackId): Promise<void> {
    this.read(id);
    await this.#store.transact('pack:delete', [{ drop: 'pack', id }]);
    this.#changed(id);
  }

  /** What should be mended before the pack is handed out. Throws `pack-not-found`. */
  async check(id: PackId): Promise<readonly PackRemark[]> {
    const pack = this.read(id);
    const releases = new Map<string, Release>();
    for (const item of pack.items) {
      const record = this.#store.tables.releases.get(item.releaseId);
      // The check looks at photos and dates, never at the text.
      if (record !== undefined) releases.set(item.releaseId, releaseOf(record, ''));
    }
    return checkPack(pack, releases, this.#store.tables.photos, Date.now());
  }

  /**
   * Writes the pack as a folder and a ZIP into `destination` and remembers that it was sealed.
   * Throws `pack-not-found`, `pack-empty`, `photo-missing`, `cancelled`.
   */
  async export(id: PackId, destination: string, options: ExportOptions = {}): Promise<PackExport> {
    const pack = this.read(id);
    const releases: ReleaseToExport[] = [];
    for (const item of pack.items) {
      const release = await this.#releaseToExport(item);
      if (release !== null) releases.push(release);
    }
    const { institution } = this.#store.tables.archive;
    const made = await exportPack(
      {
        id,
        title: pack.title,
        coverNote: pack.coverNote,
        contact: pack.contact,
        institution,
        releases,
      },
      destination,
      options,
    );
    // An archive that can't be written still hands out packs; it only can't remember having done so.
    if (this.#store.readOnly === null) {
      const now = this.read(id);
      await this.#put('pack:seal', { ...now, seals: [...now.seals, made.seal] });
    }
    return made;
  }

  /** The embargo that ends last of those that whoever gets these releases has to keep; null for none. */
  embargoOf(ids: readonly ReleaseId[]): Embargo | null {
    const releases = ids.flatMap((id) => {
      const record = this.#store.tables.releases.get(id);
      // What lies in the trash is never handed out.
      return record?.deletedAt === null ? [{ embargo: record.embargo ?? null }] : [];
    });
    return lastEmbargo(releases, Date.now());
  }

  /** One release as a text file. Throws `release-not-found`. */
  async releaseAsText(
    id: ReleaseId,
  ): Promise<{ readonly fileName: string; readonly text: string }> {
    return releaseAsText(await this.#wholeRelease(id), new Date());
  }

  /**
   * One photo of a release: its original, and the name under which it is handed out. Throws
   * `release-not-found`, `photo-missing`.
   */
  async photoOf(
    releaseId: ReleaseId,
    photoId: PhotoId,
  ): Promise<{ readonly fileName: string; readonly path: string }> {
    const release = await this.#wholeRelease(releaseId);
    const photo = release.photos.find((each) => each.photo.id === photoId);
    if (photo === undefined) {
      throw new ArchiveError('photo-missing', 'That photo is no longer in the release.', {
        fileName: '',
        headline: release.release.headline,
      });
    }
    return { fileName: photoFileName(release, photo), path: photo.path };
  }

  #itemsOf(ids: readonly ReleaseId[]): PackItem[] {
    return [...new Set(ids)].flatMap((releaseId): PackItem[] => {
      const record = this.#store.tables.releases.get(releaseId);
      if (record === undefined) return [];
      return [{ releaseId, photoIds: record.photos.map(({ photoId }) => photoId) }];
    });
  }

  async #wholeRelease(id: ReleaseId): Promise<ReleaseToExport> {
    const photoIds =
      this.#store.tables.releases.get(id)?.photos.map(({ photoId }) => photoId) ?? [];
    const release = await this.#releaseToExport({ releaseId: id, photoIds });
    if (release === null) {
      throw new ArchiveError('release-not-found', 'That release no longer exists.', { id });
    }
    return release;
  }

  async #releaseToExport(item: PackItem): Promise<ReleaseToExport | null> {
    const { tables, layout } = this.#store;
    const record = tables.releases.get(item.releaseId);
    // What lies in the trash is never handed out.
    if (record?.deletedAt !== null) return null;
    const wanted = new Set(item.photoIds);
    const photos = record.photos.flatMap((use): PhotoToExport[] => {
      const photo = tables.photos.get(use.photoId);
      return photo === undefined || !wanted.has(use.photoId)
        ? []
        : [{ use, photo, path: layout.photoFile(photo) }];
    });
    const partnerNames = record.partnerIds.flatMap((id) => tables.partners.get(id)?.name ?? []);
    const body = await this.#store.readBody(record.id);
    return { release: releaseOf(record, body), partnerNames, photos };
  }

  async #put(action: string, pack: PressPack, group?: string): Promise<PressPack> {
    await this.#store.transact(action, [{ put: 'pack', record: pack }], group);
    this.#changed(pack.id);
    return pack;
  }
}
