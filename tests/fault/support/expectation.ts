import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Archive } from '../../../src/archive/archive';
import type { Partner } from '../../../src/shared/partner';
import { everything } from '../../support/contract';

/**
 * What a change does, in terms of what a person would see: a key ('release:R7', 'pack:K2') and what
 * is found under it afterwards; null: nothing.
 */
export type Effects = Readonly<Record<string, string | null>>;

export type Message =
  | { readonly kind: 'begin'; readonly change: string; readonly effects: Effects }
  /** The change's promise has resolved. */
  | { readonly kind: 'acknowledged'; readonly change: string }
  /** It has been rejected. */
  | { readonly kind: 'refused'; readonly change: string };

export interface Verdict {
  readonly lost: readonly string[];
  readonly half: readonly string[];
  readonly wrong: readonly string[];
}

/** Follows what was promised, and holds an archive against it. */
export class Expectation {
  #sure = new Map<string, string>();
  /** Changes of which nobody knows whether they were made: all of each is there, or nothing. */
  #open = new Map<string, Effects>();
  acknowledged = 0;

  clone(): Expectation {
    const copy = new Expectation();
    copy.#sure = new Map(this.#sure);
    copy.#open = new Map(this.#open);
    copy.acknowledged = this.acknowledged;
    return copy;
  }

  note(message: Message): void {
    if (message.kind === 'begin') this.#open.set(message.change, message.effects);
    const effects = this.#open.get(message.change);
    // What was refused counts as open: after a failed fsync it may have reached the disk as a whole.
    if (message.kind !== 'acknowledged' || effects === undefined) return;
    this.acknowledged += 1;
    this.#open.delete(message.change);
    for (const [key, value] of Object.entries(effects)) this.#put(key, value);
  }

  /** Compares, and takes what was found as the state from which further changes start. */
  judge(found: ReadonlyMap<string, string>): Verdict {
    const half: string[] = [];
    for (const [change, effects] of this.#open) {
      const changed = Object.entries(effects).filter(
        ([key, value]) => (this.#sure.get(key) ?? null) !== value,
      );
      const made = changed.filter(([key, value]) => (found.get(key) ?? null) === value);
      if (made.length === 0) continue;
      if (made.length < changed.length) half.push(`${change}: ${JSON.stringify(effects)}`);
      for (const [key, value] of changed) this.#put(key, value);
    }
    this.#open = new Map();
    const lost: string[] = [];
    for (const [key, value] of this.#sure) {
      const now = found.get(key);
      if (now !== value) lost.push(`${key}: expected ${value}, found ${now ?? 'nothing'}`);
    }
    const wrong = [...found.keys()].filter((key) => !this.#sure.has(key));
    return { lost, half, wrong };
  }

  #put(key: string, value: string | null): void {
    if (value === null) this.#sure.delete(key);
    else this.#sure.set(key, value);
  }
}

/** All that an archive says, by key. Reads every body and every original. */
export async function contentOf(archive: Archive): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const place of ['archive', 'trash'] as const) {
    const { hits } = await archive.search.find({ ...everything, place, limit: 1_000_000 });
    for (const { release } of hits) {
      const read = await archive.releases.read(release.id).then(
        ({ release: whole }) => releaseValue(whole, whole.revision, whole.deletedAt !== null),
        (thrown: unknown) => `unreadable: ${String(thrown)}`,
      );
      const key = releaseKey(release);
      found.set(key, found.has(key) ? 'twice' : read);
    }
  }
  for (const partner of archive.partners.list()) {
    found.set(`partner:${partner.name}`, partnerValue(partner));
  }
  for (const pack of archive.packs.list()) {
    found.set(`pack:${pack.title}`, digest([pack.coverNote, pack.contact, pack.items]));
  }
  return found;
}

/** The photos that releases show are there, byte for byte. */
export async function missingPhotos(archive: Archive): Promise<string[]> {
  const missing: string[] = [];
  const { hits } = await archive.search.find({ ...everything, limit: 1_000_000 });
  for (const { release } of hits) {
    if (release.leadPhotoId === null) continue;
    const place = await archive.photos.locate(release.leadPhotoId);
    const bytes = place === null ? null : await readFile(place.path).catch(() => null);
    const sha256 = bytes === null ? '' : createHash('sha256').update(bytes).digest('hex');
    if (sha256 !== release.leadPhotoId) missing.push(release.leadPhotoId);
  }
  return missing;
}

/** Revisions of which the text can't be read any more: all of them are kept. */
export async function lostRevisions(archive: Archive): Promise<string[]> {
  const lost: string[] = [];
  for (const place of ['archive', 'trash'] as const) {
    const { hits } = await archive.search.find({ ...everything, place, limit: 1_000_000 });
    for (const { release } of hits) {
      for (const { revision, isWhole } of await archive.history.list(release.id)) {
        if (!isWhole) lost.push(`revision ${revision} of ${release.headline} is lost`);
      }
    }
  }
  return lost;
}

/** The first word of a headline stays the same. */
export function releaseKey({ headline }: { readonly headline: string }): string {
  return `release:${headline.split(' ')[0] ?? ''}`;
}

export function partnerValue({
  aliases,
  kind,
  country,
  note,
}: Omit<Partner, 'id' | 'name'>): string {
  return digest([aliases.map(({ name }) => name), kind, country, note]);
}

export function releaseValue(
  content: { readonly headline: string; readonly publicationDate: string | null } & {
    readonly body: string;
    readonly tags: readonly string[];
    readonly partnerIds: readonly string[];
    readonly photos: readonly { readonly photoId: string }[];
  },
  revision: number,
  inTrash: boolean,
): string {
  const { headline, publicationDate, body, tags, partnerIds, photos } = content;
  const ids = photos.map((use) => use.photoId);
  const text = digest([headline, publicationDate, body, tags, partnerIds, ids]);
  return `${revision}${inTrash ? ' in the trash' : ''} ${text}`;
}

export function digest(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 16);
}
