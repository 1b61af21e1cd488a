import { crc32 } from 'node:zlib';
import type { Archive } from '../../../src/archive/archive';
import type { ReleaseContent } from '../../../src/shared/release';
import { mergedPartner } from '../../../src/archive/partners/merge';
import { everything } from '../../support/contract';
import { content, pngPhoto } from '../../support/samples';
import {
  contentOf,
  digest,
  partnerValue,
  releaseKey,
  releaseValue,
  type Effects,
  type Message,
} from './expectation';
import type { Random } from './random';
import { doneAgain, takenBack } from './undone';

/** Stands in the set of busy things for all of them. */
const everyThing = '*';

const dates = ['2021-03-05', '2021-03-09', '2022-08-30', '2023-01-02', null];

export interface WorkloadOptions {
  readonly changes: number;
  /** Changes that are under way at the same time. */
  readonly atOnce: number;
  /** How often a change is followed by a saving. */
  readonly savings: number;
  readonly tell: (message: Message) => void;
}

/** Random changes of an archive; what each does is told before it begins, and when it is done. */
export async function work(
  archive: Archive,
  random: Random,
  options: WorkloadOptions,
): Promise<void> {
  const busy = new Set<string>();
  const run = random.below(2 ** 32).toString(36);
  let left = options.changes;
  let planning = Promise.resolve();
  /** Plans one change at a time: what it is based on must not change until it begins. */
  const plan = (name: string): Promise<PlannedChange | null> => {
    const planned = planning.then(async () => {
      if (busy.has(everyThing)) return null;
      const change = await chooseChange(archive, random, name, busy);
      const keys = Object.keys(change.effects);
      // Two changes of one thing at once would leave more than one right answer.
      if (keys.length === 0 || keys.some((key) => busy.has(key))) return null;
      // What is undone is what was done last: nothing else may be under way.
      if (busy.size === 0 && random.chance(0.2)) {
        busy.add(everyThing);
        return { ...change, before: await contentOf(archive) };
      }
      for (const key of keys) busy.add(key);
      return change;
    });
    planning = planned.then(
      () => undefined,
      () => undefined,
    );
    return planned;
  };
  /** Makes a change; answers whether it was acknowledged. */
  const make = async (name: string, { effects, make }: PlannedChange): Promise<boolean> => {
    options.tell({ kind: 'begin', change: name, effects });
    try {
      await make();
      options.tell({ kind: 'acknowledged', change: name });
      return true;
    } catch (thrown) {
      options.tell({ kind: 'refused', change: name });
      if (thrown instanceof TypeError) throw thrown;
      return false;
    }
  };
  const undoAndRedo = async (name: string, { effects }: PlannedChange, before: Found) => {
    const undone: PlannedChange = {
      what: 'undo',
      effects: takenBack(effects, before),
      make: () => archive.undo.undo(),
    };
    if (!(await make(`undo ${name}`, undone)) || random.chance(0.5)) return;
    const redone = { what: 'redo', effects: doneAgain(effects), make: () => archive.undo.redo() };
    await make(`redo ${name}`, redone);
  };
  const worker = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      const number = left;
      const change = await plan(`${run}x${number}`);
      if (change === null) continue;
      const name = `${change.what} ${run}x${number}`;
      const made = await make(name, change);
      if (made && change.before !== undefined) await undoAndRedo(name, change, change.before);
      for (const key of change.before === undefined ? Object.keys(change.effects) : [everyThing]) {
        busy.delete(key);
      }
      if (random.chance(options.savings)) await archive.save().catch(() => undefined);
    }
  };
  await Promise.all(Array.from({ length: options.atOnce }, worker));
}

type Found = ReadonlyMap<string, string>;

interface PlannedChange {
  readonly what: string;
  readonly effects: Effects;
  readonly make: () => Promise<unknown>;
  /** What there was before it; given where it is to be undone. */
  readonly before?: Found;
}

async function chooseChange(
  archive: Archive,
  random: Random,
  name: string,
  busy: ReadonlySet<string>,
): Promise<PlannedChange> {
  const dice = random.below(100);
  if (dice < 22) return fileRelease(archive, random, name);
  if (dice < 30) return importReleases(archive, random, name);
  if (dice < 48) return reviseRelease(archive, random, busy);
  if (dice < 60) return trashReleases(archive, random, busy);
  if (dice < 68) return tagReleases(archive, random, busy);
  if (dice < 71) return mergePartners(archive, random, busy);
  if (dice < 78) return keepPartner(archive, random, name, busy);
  return keepPack(archive, random, name, busy);
}

function textOf(random: Random): string {
  const paragraph = `Measured ${random.below(1e9)} times by 学生 of the faculty. `;
  return Array.from({ length: 1 + random.below(4) }, () => paragraph.repeat(1 + random.below(20)))
    .join('\n\n')
    .trim();
}

function releaseContent(archive: Archive, random: Random, headline: string): ReleaseContent {
  const partner = random.chance(0.3) ? random.pick(archive.partners.list()) : undefined;
  return content({
    headline,
    partnerIds: partner === undefined ? [] : [partner.id],
    body: textOf(random),
    publicationDate: random.pick(dates) ?? null,
    tags: [`tag${random.below(9)}`],
  });
}

async function fileRelease(archive: Archive, random: Random, name: string): Promise<PlannedChange> {
  const headline = `R${name}`;
  let filed = releaseContent(archive, random, headline);
  if (random.chance(0.25)) {
    const hash = crc32(name);
    const colour = [hash & 255, (hash >> 8) & 255, (hash >> 16) & 255] as const;
    try {
      const photo = await archive.photos.stage(`${name}.png`, pngPhoto(colour));
      const use = { photoId: photo.id, caption: 'Tank', altText: '', creditLine: '' };
      filed = { ...filed, photos: [use] };
    } catch {
      // The disk refused the photo: the release goes without.
    }
  }
  return {
    what: 'file',
    effects: { [`release:${headline}`]: releaseValue(filed, 1, false) },
    make: () => archive.releases.file(filed, null),
  };
}

/** Several releases, filed as one change. */
function importReleases(archive: Archive, random: Random, name: string): PlannedChange {
  const batch = Array.from({ length: 2 + random.below(4) }, (_, index) => ({
    content: releaseContent(archive, random, `I${name}n${index}`),
    source: null,
  }));
  return {
    what: 'import',
    effects: Object.fromEntries(
      batch.map(({ content }) => [releaseKey(content), releaseValue(content, 1, false)]),
    ),
    make: () => archive.releases.fileAll(batch, uuid(random)),
  };
}

interface KnownRelease {
  readonly id: string;
  readonly key: string;
}

async function someReleases(
  archive: Archive,
  random: Random,
  busy: ReadonlySet<string>,
  place: 'archive' | 'trash',
  count: number,
): Promise<KnownRelease[]> {
  const { total } = await archive.search.find({ ...everything, place, limit: 1 });
  const chosen = new Map<string, KnownRelease>();
  for (let attempt = 0; attempt < count; attempt += 1) {
    const offset = random.below(Math.max(1, total));
    const { hits } = await archive.search.find({ ...everything, place, offset, limit: 1 });
    const hit = hits[0]?.release;
    if (hit === undefined) continue;
    const key = releaseKey(hit);
    if (!busy.has(key)) chosen.set(hit.id, { id: hit.id, key });
  }
  return [...chosen.values()];
}

async function reviseRelease(
  archive: Archive,
  random: Random,
  busy: ReadonlySet<string>,
): Promise<PlannedChange> {
  const [known] = await someReleases(archive, random, busy, 'archive', 1);
  if (known === undefined) return keepPartner(archive, random, `X${random.below(1e9)}`, busy);
  const { release } = await archive.releases.read(known.id);
  const headline = release.headline.split(' ')[0] ?? '';
  const revised = {
    ...releaseContent(archive, random, `${headline} revised ${random.below(1e6)}`),
    photos: release.photos,
  };
  return {
    what: 'revise',
    effects: { [known.key]: releaseValue(revised, release.revision + 1, false) },
    make: () => archive.releases.revise(known.id, release.revision, revised),
  };
}

/** One change of several releases: all of it or nothing. */
async function trashReleases(
  archive: Archive,
  random: Random,
  busy: ReadonlySet<string>,
): Promise<PlannedChange> {
  const place = random.chance(0.6) ? 'archive' : 'trash';
  const chosen = await someReleases(archive, random, busy, place, 1 + random.below(5));
  const effects: Record<string, string> = {};
  for (const { id, key } of chosen) {
    const { release } = await archive.releases.read(id);
    effects[key] = releaseValue(release, release.revision + 1, place === 'archive');
  }
  const ids = chosen.map(({ id }) => id);
  return {
    what: place === 'archive' ? 'delete' : 'restore',
    effects,
    make: () =>
      place === 'archive' ? archive.releases.delete(ids) : archive.releases.restore(ids),
  };
}

/** The same change for several releases: all of them or none. */
async function tagReleases(
  archive: Archive,
  random: Random,
  busy: ReadonlySet<string>,
): Promise<PlannedChange> {
  const chosen = await someReleases(archive, random, busy, 'archive', 1 + random.below(6));
  const tag = `together${random.below(1e9)}`;
  const effects: Record<string, string> = {};
  for (const { id, key } of chosen) {
    const { release } = await archive.releases.read(id);
    const tagged = { ...release, tags: [...release.tags, tag] };
    effects[key] = releaseValue(tagged, release.revision + 1, false);
  }
  const change = { ...noChange, addTags: [tag] };
  const ids = chosen.map(({ id }) => id);
  return { what: 'tag', effects, make: () => archive.releases.editMany(ids, change) };
}

const noChange = {
  addTags: [],
  removeTags: [],
  addPartnerIds: [],
  removePartnerIds: [],
  status: null,
  language: null,
} as const;

/** One partner of two, and all their releases with it. */
async function mergePartners(
  archive: Archive,
  random: Random,
  busy: ReadonlySet<string>,
): Promise<PlannedChange> {
  const kept = random.pick(archive.partners.list());
  const gone = random.pick(archive.partners.list());
  const nothing = { what: 'merge', effects: {}, make: () => Promise.resolve() };
  // A release that is tagged meanwhile would be tagged with a partner that is gone.
  if (kept === undefined || gone === undefined || kept.id === gone.id || busy.size > 0)
    return nothing;
  const effects: Record<string, string | null> = { [`partner:${gone.name}`]: null };
  const { aliases, note } = mergedPartner(kept, [gone]);
  effects[`partner:${kept.name}`] = partnerValue({ ...kept, aliases, note });
  for (const place of ['archive', 'trash'] as const) {
    const { hits } = await archive.search.find({ ...everything, place, limit: 1_000_000 });
    for (const { release: hit } of hits.filter(({ release }) =>
      release.partnerIds.includes(gone.id),
    )) {
      const { release } = await archive.releases.read(hit.id);
      const partnerIds = [
        ...new Set(release.partnerIds.map((id) => (id === gone.id ? kept.id : id))),
      ];
      const merged = { ...release, partnerIds };
      effects[releaseKey(release)] = releaseValue(merged, release.revision + 1, place === 'trash');
    }
  }
  return { what: 'merge', effects, make: () => archive.partners.merge(kept.id, [gone.id]) };
}

function uuid(random: Random): string {
  const digits = random
    .below(2 ** 32)
    .toString(16)
    .padStart(12, '0');
  return `01900000-0000-7000-8000-${digits}`;
}

function keepPartner(
  archive: Archive,
  random: Random,
  name: string,
  busy: ReadonlySet<string>,
): PlannedChange {
  const free = archive.partners.list().filter(({ name: taken }) => !busy.has(`partner:${taken}`));
  const known = random.chance(0.5) ? random.pick(free) : undefined;
  const partner = {
    name: known?.name ?? `P${name}`,
    aliases: known?.aliases ?? [],
    kind: 'company' as const,
    country: 'CH',
    note: `note ${random.below(1e9)}`,
  };
  return {
    what: 'partner',
    effects: {
      [`partner:${partner.name}`]: partnerValue(partner),
    },
    make: () =>
      known === undefined
        ? archive.partners.add(partner)
        : archive.partners.revise(known.id, partner),
  };
}

function keepPack(
  archive: Archive,
  random: Random,
  name: string,
  busy: ReadonlySet<string>,
): PlannedChange {
  const free = archive.packs.list().filter(({ title }) => !busy.has(`pack:${title}`));
  const known = random.chance(0.6) ? random.pick(free) : undefined;
  if (known !== undefined && random.chance(0.4)) {
    return {
      what: 'delete pack',
      effects: { [`pack:${known.title}`]: null },
      make: () => archive.packs.delete(known.id),
    };
  }
  const pack = {
    title: known?.title ?? `K${name}`,
    coverNote: `note ${random.below(1e9)}`,
    contact: 'Press office',
    items: [],
  };
  return {
    what: 'pack',
    effects: { [`pack:${pack.title}`]: digest([pack.coverNote, pack.contact, pack.items]) },
    make: () =>
      known === undefined ? archive.packs.create(pack) : archive.packs.revise(known.id, pack),
  };
}
