import { basename } from 'node:path';
import { v7 as newId } from 'uuid';
import { defaultArchiveSettings, type ArchiveSettings } from '../../shared/archive-settings';
import type { Partner } from '../../shared/partner';
import type { Photo } from '../../shared/photo';
import type { PressPack } from '../../shared/press-pack';
import { ArchiveError } from '../errors';
import type { CheckedData } from './durable-json';
import { eachAtOnce } from './each-at-once';
import type { Layout } from './layout';
import { namesIn } from './names-in';
import { readListing } from './listing-file';
import { MirroredJson, type MirrorState } from './mirrored-json';
import { putAside } from './quarantine';
import { archiveFormat, type ArchiveRecord, type ReleaseRecord } from './records';
import { UnreadShard } from './release-table';
import type { Rows } from './save-tables';
import { shardName, type ShardKey } from './shard-places';
import { Tables } from './tables';
import type { UndoRecord } from './undo-log';

const shardFileName = /^(\d{4}-\d{2}|undated)(?:\.(\d+))?\.json$/;
const photoIndexName = /^index-([0-9a-f]{2})\.json$/;

/** Hears of each file of releases and photos that is read; `total` is how many there are. */
export type OnRead = (done: number, total: number) => void;

interface LoadedTables {
  readonly tables: Tables;
  /** Plain sentences about what was damaged. */
  readonly warnings: readonly string[];
}

/**
 * Reads the metadata of an archive (no bodies). Where a file is damaged or missing its copy is taken.
 * With `mend` the damaged files are put aside under `quarantine/`, and what has no whole file or no
 * copy is marked dirty, so that the next saving writes both. Without, nothing is changed on disk.
 *
 * Throws `archive-damaged` where neither file nor copy say that this is an archive.
 */
export async function loadTables(
  layout: Layout,
  mend: boolean,
  onRead: OnRead = () => undefined,
): Promise<LoadedTables> {
  const warnings: string[] = [];
  /** Reads a file or its copy; `rewrite` is called where one of them has to be written again. */
  const check = async <T>(path: string, rewrite: () => void): Promise<CheckedData<T> | null> => {
    const file = new MirroredJson<T>(layout, path);
    const data = await file.readChecked();
    const { state } = file;
    if (state.main === 'whole') {
      if (!copies.has(layout.nameOf(path))) rewrite();
      return data;
    }
    if (state.main === 'missing' && state.copy === 'missing') return null;
    warnings.push(sentence(layout.nameOf(path), state, mend));
    if (mend) {
      if (state.main === 'damaged') await putAside(layout, path);
      if (state.copy === 'damaged') await putAside(layout, layout.copyOf(path));
      rewrite();
    }
    return data;
  };
  const read = async <T>(path: string, rewrite: () => void): Promise<T | null> =>
    (await check<T>(path, rewrite))?.parse() ?? null;

  const copies = await namesOfCopies(layout);
  const tables = new Tables(noArchive);
  const archive = await read<ArchiveRecord>(layout.archiveFile, () => {
    tables.markDirty({ archive: true });
  });
  tables.archive = archive ?? (await archiveAnew(layout));
  tables.listing = await readListing(layout);
  const shards = await tableFiles(layout, 'releases', shardFileName);
  const photoIndexes = await tableFiles(layout, 'photos', photoIndexName);
  let done = 0;
  const tellRead = (): void => {
    done += 1;
    onRead(done, shards.length + photoIndexes.length);
  };
  await eachAtOnce(shards, async (match) => {
    const key = { month: match[1] ?? '', part: Number(match[2] ?? 1) };
    const path = layout.shardFile(key.month, key.part);
    const checked = await check<Rows<ReleaseRecord>>(path, () => {
      tables.markDirty({ shards: new Set([shardName(key)]) });
    });
    if (checked !== null) loadShard(tables, key, checked, mend);
    tellRead();
  });
  await eachAtOnce(photoIndexes, async (match) => {
    const prefix = match[1] ?? '';
    const rows = await read<Rows<Photo>>(layout.photoIndexFile(prefix), () => {
      tables.markDirty({ photoIndexes: new Set([prefix]) });
    });
    for (const photo of rows?.records ?? []) tables.loadPhoto(photo);
    tellRead();
  });
  const settings = await read<Partial<ArchiveSettings>>(layout.settingsFile, () => {
    tables.markDirty({ settings: true });
  });
  // lowdb doesn't add what a file of an older program lacks.
  tables.settings = {
    ...defaultArchiveSettings,
    ...settings,
    backup: { ...defaultArchiveSettings.backup, ...settings?.backup },
  };
  const undo = await read<UndoRecord>(layout.undoFile, () => {
    tables.markDirty({ undo: true });
  });
  if (undo !== null) tables.undo.load(undo);
  const partners = await read<Rows<Partner>>(layout.partnersFile, () => {
    tables.markDirty({ partners: true });
  });
  for (const partner of partners?.records ?? []) tables.partners.set(partner.id, partner);
  const packs = await read<Rows<PressPack>>(layout.packsFile, () => {
    tables.markDirty({ packs: true });
  });
  for (const pack of packs?.records ?? []) tables.packs.set(pack.id, pack);
  return { tables, warnings };
}

/** Parses a shard only where the listing doesn't know what is in it. */
function loadShard(
  tables: Tables,
  key: ShardKey,
  { checksum, bytes, parse }: CheckedData<Rows<ReleaseRecord>>,
  mend: boolean,
): void {
  const name = shardName(key);
  const unread = new UnreadShard(key, bytes, () => parse().records);
  const releases = tables.listing.releasesOf(name, checksum, unread);
  // One that is empty, or said to be, is as quickly parsed.
  if (releases !== null && releases.length > 0) {
    unread.releases = releases;
    tables.loadReleases(releases, key, bytes);
    return;
  }
  const { records } = parse();
  tables.loadReleases(records, key, bytes);
  // Whoever changes nothing leaves no listing.
  if (mend) tables.listing.put(name, checksum, records);
}

/** The record of an archive that no file describes yet. */
const noArchive: ArchiveRecord = {
  format: 0,
  id: '',
  institution: { name: '', otherNames: [] },
  createdAt: '',
};

/** Where `archive.json` and its copy are lost but the rest is there, the archive stays usable. */
async function archiveAnew(layout: Layout): Promise<ArchiveRecord> {
  try {
    await layout.files.stat(layout.journalFolder);
  } catch (thrown) {
    const path = layout.archiveFile;
    throw new ArchiveError('archive-damaged', `${path} is damaged.`, { path }, { cause: thrown });
  }
  return {
    format: archiveFormat,
    id: newId(),
    institution: { name: basename(layout.folder), otherNames: [] },
    createdAt: new Date().toISOString(),
  };
}

function sentence(name: string, { main, copy }: MirrorState, mended: boolean): string {
  const what = main === 'missing' ? 'was missing' : 'was damaged';
  if (copy === 'whole') {
    return mended
      ? `${name} ${what}; it was restored from its copy, and nothing is lost.`
      : `${name} ${what}; its copy was read instead, and nothing is lost.`;
  }
  const lost =
    name === 'archive.json' ? 'the name of the institution' : 'what was only written there';
  const where = mended ? ' What is left of it lies in the folder "quarantine".' : '';
  return `${name} ${what}, and so was its copy: ${lost} is lost, the rest of the archive is whole.${where}`;
}

/** Table files of a folder, whether the file itself or only its copy is there. */
async function tableFiles(
  layout: Layout,
  folder: 'releases' | 'photos',
  pattern: RegExp,
): Promise<RegExpExecArray[]> {
  const path = folder === 'releases' ? layout.releasesFolder : layout.photosFolder;
  const names = [...(await namesIn(layout, path)), ...(await namesIn(layout, layout.copyOf(path)))];
  return [...new Set(names)].map((name) => pattern.exec(name)).filter((match) => match !== null);
}

async function namesOfCopies(layout: Layout): Promise<ReadonlySet<string>> {
  const names = new Set<string>();
  for (const folder of ['', 'releases/', 'photos/', 'history/']) {
    for (const name of await namesIn(layout, layout.copyOf(`${layout.folder}/${folder}`))) {
      names.add(`${folder}${name}`);
    }
  }
  return names;
}
