import { setImmediate as turn } from 'node:timers/promises';
import type { Likeness } from '../../../shared/importing';
import type { IsoDate, ReleaseContent, ReleaseId, ReleaseSource } from '../../../shared/release';
import type { TranslationProposal } from '../../../shared/story';
import type { ReleaseRecord } from '../../store/records';
import { fingerprintOf, hashOf, resemblanceOf, shinglesOf, type Fingerprint } from './fingerprint';
import { stripMarkup } from './plain-words';
import { commonAnchors, FingerprintTable, noDay, type FingerprintKeys } from './fingerprint-table';

/** Texts with less in common than this are two texts. */
const leastResemblance = 0.5;
/** Below this estimate nobody reads the texts themselves. */
const leastEstimate = 0.35;
/** Fewer runs of words than this are a notice. */
const leastShingles = 24;
/** UTF-16 units; so long a text isn't counted through to be known as no notice. */
const notShort = 100_000;
const mostCompared = 8;
/** Under the same headline. */
const mostTitled = 64;
/** A translation appears so many days before or after. */
const translationDays = 3;
const dayMs = 24 * 3_600_000;

/** A text that is to be compared with the archive. */
export interface Candidate extends Pick<
  ReleaseContent,
  | 'language'
  | 'headline'
  | 'publicationDate'
  | 'eventDate'
  | 'embargo'
  | 'body'
  | 'partnerIds'
  | 'photos'
> {
  readonly source: ReleaseSource | null;
}

/** What is known of a release that a text is compared with. */
export type ComparedRecord = Omit<Candidate, 'body' | 'embargo'> &
  Pick<ReleaseRecord, 'id' | 'revision' | 'deletedAt' | 'embargo'>;

/** The releases that texts are compared with: those of an archive, or of one run. */
export interface ComparedReleases {
  readonly all: () => Iterable<Pick<ComparedRecord, 'id' | 'revision'>>;
  readonly get: (id: ReleaseId) => ComparedRecord | undefined;
  readonly body: (id: ReleaseId) => Promise<string>;
  /** Where fingerprints stay until the next session; absent: nowhere. */
  readonly kept?: {
    readonly read: (table: FingerprintTable) => Promise<void>;
    readonly leave: (table: FingerprintTable) => Promise<void>;
  };
}

/**
 * Finds releases that are the same as a text that arrives, nearly the same, or the same in another
 * language, without going through the archive. Releases in the trash count as gone.
 */
export class LikenessService {
  readonly #releases: ComparedReleases;
  #table: FingerprintTable | null = null;
  #reading: Promise<FingerprintTable> | null = null;
  #isStale = false;

  constructor(releases: ComparedReleases) {
    this.#releases = releases;
  }

  /** Resolves when every release has its fingerprint. The first time this reads all texts. */
  async ready(onProgress?: (done: number, total: number) => void): Promise<void> {
    await this.#ready(onProgress);
  }

  /** All that `find` answers, and what may be the same story in another language. */
  async compare(text: Candidate): Promise<readonly Likeness[]> {
    const fingerprint = fingerprintOf(text.body);
    const found = await this.find(text, fingerprint);
    const translation = await this.translationOf(text, undefined, fingerprint);
    if (translation === null) return found;
    const { id, headline } = translation;
    const publicationDate = this.#live(id)?.publicationDate ?? null;
    return [
      ...found,
      { id, headline, publicationDate, kind: 'may-be-translation', resemblance: null },
    ];
  }

  /** The same file, the same text, a near duplicate, the same headline of one day; likeliest first. */
  async find(
    text: Candidate,
    { mins }: Fingerprint = fingerprintOf(text.body),
  ): Promise<readonly Likeness[]> {
    const table = await this.#ready();
    const found = new Map<ReleaseId, Likeness>();
    const add = (id: ReleaseId, kind: Likeness['kind'], resemblance: number | null): void => {
      const record = this.#live(id);
      if (record === null || found.has(id)) return;
      const { headline, publicationDate } = record;
      found.set(id, { id, headline, publicationDate, kind, resemblance });
    };
    for (const id of await this.sameSource(text.source)) add(id, 'same-file', null);
    const headline = plainHeadline(text.headline);
    const isShort = text.body.length < notShort && shinglesOf(text.body).length < leastShingles;
    const titled = new Set(table.withHeadline(headlineHash(headline)));
    const alike = table.resembling(mins, leastEstimate);
    const compared = [
      // Texts of a few words are all alike; those under the same headline are looked at first.
      ...alike.filter(({ id }) => titled.has(id)).slice(0, mostTitled),
      ...alike.filter(({ id }) => !titled.has(id)).slice(0, mostCompared),
    ];
    for (const { id } of compared) {
      if (found.has(id) || this.#live(id) === null) continue;
      const other = this.#live(id);
      if (other === null) continue;
      const body = await this.#releases.body(id);
      const resemblance = resemblanceOf(text.body, body);
      const sameHeadline = plainHeadline(other.headline) === headline;
      // Two notices of one sentence are alike by chance; under another headline it's another release.
      if (sameHeadline && sameWords(text.body, body) && sameFacts(text, other)) {
        add(id, 'same-text', 1);
      }
      if (found.has(id)) continue;
      if (resemblance < leastResemblance || (isShort && !sameHeadline)) continue;
      else add(id, 'near-duplicate', resemblance);
    }
    for (const id of table.withHeadline(headlineHash(headline))) {
      const record = this.#live(id);
      if (record === null || text.publicationDate === null) continue;
      const same =
        record.publicationDate === text.publicationDate &&
        plainHeadline(record.headline) === headline;
      if (same) add(id, 'same-headline-and-date', null);
    }
    return [...found.values()].sort(
      (a, b) =>
        order.indexOf(a.kind) - order.indexOf(b.kind) ||
        (b.resemblance ?? 0) - (a.resemblance ?? 0),
    );
  }

  /** The releases that were made of this very file, or of this very part of it. */
  async sameSource(source: ReleaseSource | null): Promise<readonly ReleaseId[]> {
    if (source === null) return [];
    const table = await this.#ready();
    return table.withSource(sourceHash(source)).filter((id) => {
      const other = this.#live(id)?.source;
      return other?.sha256 === source.sha256 && (other.part ?? '') === (source.part ?? '');
    });
  }

  /**
   * The release in another language that most likely tells the same story: published within three days,
   * with photos, partners or numbers in common. Null where too little speaks for any.
   */
  async translationOf(
    text: Candidate,
    except?: ReleaseId,
    { anchors }: Fingerprint = fingerprintOf(text.body),
  ): Promise<TranslationProposal | null> {
    const day = dayOf(text.publicationDate ?? text.eventDate);
    if (day === noDay || text.language === 'und') return null;
    const table = await this.#ready();
    const photos = new Set(text.photos.map(({ photoId }) => photoId));
    let best: (TranslationProposal & { readonly weight: number }) | null = null;
    for (const id of table.publishedBetween(day - translationDays, day + translationDays)) {
      const record = id === except ? null : this.#live(id);
      if (record === null || record.language === text.language || record.language === 'und')
        continue;
      const others = table.anchorsOf(id);
      const numbers = commonAnchors(anchors, others);
      const partners = record.partnerIds.filter((partner) =>
        text.partnerIds.includes(partner),
      ).length;
      const shared = record.photos.filter(({ photoId }) => photos.has(photoId)).length;
      const share = numbers / Math.max(1, Math.min(anchors.length, others.length));
      const isLikely =
        shared > 0 ||
        (partners > 0 && numbers >= 2 && share >= 0.25) ||
        (numbers >= 3 && share >= 0.5);
      const distance = Math.abs(dayOf(record.publicationDate ?? record.eventDate) - day);
      const weight = shared * 5 + partners * 2 + numbers + share * 4 - distance;
      if (!isLikely || (best !== null && best.weight >= weight)) continue;
      const { headline, language } = record;
      best = { id, headline, language, photos: shared, partners, numbers, weight };
    }
    if (best === null) return null;
    const { weight: _weight, ...proposal } = best;
    return proposal;
  }

  /** After a change of these releases. */
  async update(ids: readonly ReleaseId[]): Promise<void> {
    const table = this.#table;
    if (table === null) return;
    for (const id of ids) await this.#bringIn(table, id);
  }

  async close(): Promise<void> {
    await this.#reading?.catch(() => undefined);
    if (this.#table === null || !this.#isStale) return;
    await this.#releases.kept?.leave(this.#table);
    this.#isStale = false;
  }

  #ready(onProgress?: (done: number, total: number) => void): Promise<FingerprintTable> {
    if (this.#table !== null) return Promise.resolve(this.#table);
    this.#reading ??= this.#read(onProgress).catch((thrown: unknown) => {
      this.#reading = null;
      throw thrown;
    });
    return this.#reading;
  }

  async #read(onProgress?: (done: number, total: number) => void): Promise<FingerprintTable> {
    const table = new FingerprintTable();
    await this.#releases.kept?.read(table);
    const known = new Set<string>();
    const missing: ReleaseId[] = [];
    for (const { id, revision } of this.#releases.all()) {
      known.add(id);
      if (table.revisionOf(id) !== revision) missing.push(id);
    }
    for (const [id] of table.entries()) if (!known.has(id)) table.delete(id);
    for (const [index, id] of missing.entries()) {
      await this.#bringIn(table, id);
      if (index % 50 === 49) {
        onProgress?.(index + 1, missing.length);
        await turn();
      }
    }
    // What changed while the texts were read.
    for (const { id, revision } of this.#releases.all()) {
      if (table.revisionOf(id) !== revision) await this.#bringIn(table, id);
    }
    this.#table = table;
    return table;
  }

  async #bringIn(table: FingerprintTable, id: ReleaseId): Promise<void> {
    const record = this.#releases.get(id);
    this.#isStale = true;
    if (record === undefined) {
      table.delete(id);
      return;
    }
    // A text that can't be read resembles nothing; checking the archive says so.
    const body = await this.#releases.body(id).catch(() => '');
    table.set(id, keysOf(record), fingerprintOf(body));
  }

  #live(id: ReleaseId): ComparedRecord | null {
    const record = this.#releases.get(id) ?? null;
    return record?.deletedAt === null ? record : null;
  }
}

const order: readonly Likeness['kind'][] = [
  'same-file',
  'same-text',
  'near-duplicate',
  'same-headline-and-date',
  'may-be-translation',
];

function keysOf(record: ComparedRecord): FingerprintKeys {
  return {
    revision: record.revision,
    headline: headlineHash(plainHeadline(record.headline)),
    source: record.source === null ? 0 : sourceHash(record.source),
    day: dayOf(record.publicationDate ?? record.eventDate),
  };
}

/** Letter by letter but for blanks and marks of Markdown. */
function sameWords(left: string, right: string): boolean {
  const plain = (markdown: string): string =>
    stripMarkup(markdown).normalize('NFKC').replaceAll(/\s+/g, ' ').trim();
  return plain(left) === plain(right);
}

/** Whether nothing that a text says beside its words would be lost with it. */
function sameFacts(
  text: Candidate,
  { publicationDate, eventDate, embargo, photos }: ComparedRecord,
) {
  const shown = new Set(photos.map(({ photoId }) => photoId));
  return (
    text.publicationDate === publicationDate &&
    text.eventDate === eventDate &&
    (text.embargo?.until ?? null) === (embargo?.until ?? null) &&
    text.photos.every(({ photoId }) => shown.has(photoId))
  );
}

function sourceHash({ sha256, part = '' }: ReleaseSource): number {
  return hashOf(`${sha256} ${part}`) || 1;
}

function headlineHash(plain: string): number {
  return plain === '' ? 0 : hashOf(plain) || 1;
}

/** Letters and digits only: punctuation and blanks change on the way through a newsroom. */
function plainHeadline(headline: string): string {
  return headline
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '');
}

function dayOf(date: IsoDate | null): number {
  return date === null ? noDay : Math.round(Date.parse(`${date}T00:00:00Z`) / dayMs);
}
