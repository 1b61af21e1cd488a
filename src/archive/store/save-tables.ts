import { Low } from 'lowdb';
import { dirname } from 'node:path';
import { bodyDigest, bodyFromMarkdown } from './body-file';
import { syncFolderIfThere, type BodyWriter } from './body-writer';
import type { LeftBody, Snapshot, UnsavedBody } from './dirt';
import { eachAtOnce } from './each-at-once';
import type { Layout } from './layout';
import { MirroredJson, mirroredLow } from './mirrored-json';
import type { Pace } from './pace';
import { saveRevisions } from './revisions';
import { parseShardName } from './shard-places';
import type { Tables } from './tables';

/** Content of every JSON file but `archive.json`. */
export interface Rows<T> {
  readonly records: readonly T[];
}

/**
 * Writes a snapshot: earlier revisions before the bodies that replace them, bodies before the shards
 * that name them, old bodies removed last, so that whatever instant a kill picks, no shard names a
 * body that isn't there. What can be undone goes before all that it tells the earlier state of.
 */
export async function saveTables(
  layout: Layout,
  tables: Tables,
  snapshot: Snapshot,
  writer: BodyWriter,
  pace: Pace,
): Promise<void> {
  await saveRevisions(layout, snapshot.revisions, pace);
  tables.revisionsSaved(snapshot.revisions);
  const { undo } = snapshot;
  if (undo !== null) await mirroredLow(layout, layout.undoFile, undo).write();
  const withBody = new Set(snapshot.bodies.map(({ record }) => record.id));
  await writer.write(snapshot.bodies);
  await eachAtOnce(snapshot.leftBodies, async (left) => {
    const moved = withBody.has(left.id) ? null : await bodyToMove(layout, left);
    if (moved !== null) await writer.copy([moved]);
  });
  await writer.syncFolders();
  /** Making the text of a file takes milliseconds. */
  const write = (path: string, records: readonly unknown[]): Promise<string | null> =>
    pace.inTurn(async () => {
      await pace.breath();
      return writeRows(layout, path, records);
    });
  await eachAtOnce(snapshot.shards, async ({ name, records }) => {
    const { month, part } = parseShardName(name);
    const checksum = await write(layout.shardFile(month, part), records);
    if (checksum !== null) tables.listing.put(name, checksum, records);
  });
  await eachAtOnce(snapshot.photoIndexes, async ({ prefix, records }) => {
    await write(layout.photoIndexFile(prefix), records);
  });
  const { partners, packs, archive, settings } = snapshot;
  if (partners !== null) await write(layout.partnersFile, partners);
  if (packs !== null) await write(layout.packsFile, packs);
  if (archive !== null) await mirroredLow(layout, layout.archiveFile, archive).write();
  if (settings !== null) await mirroredLow(layout, layout.settingsFile, settings).write();
  const left = new Set<string>();
  for (const { id, from } of snapshot.leftBodies) {
    // The release may have come back meanwhile.
    if (tables.monthOfRelease(id) === from) continue;
    await layout.files.rm(layout.bodyFile(from, id));
    tables.leftBodyRemoved(id, from);
    left.add(dirname(layout.bodyFile(from, id)));
  }
  // Once the journal is cut nobody knows any more that these files are not needed.
  await eachAtOnce([...left], (folder) => syncFolderIfThere(folder, layout));
}

/** A release that got another month without getting another text: the text follows it. */
async function bodyToMove(layout: Layout, left: LeftBody): Promise<UnsavedBody | null> {
  const { from, to, id, record } = left;
  const target = layout.bodyFile(to, id);
  if ((await bodyAt(layout, target, record.bodySha256)) !== null) return null;
  const body = await bodyAt(layout, layout.bodyFile(from, id), record.bodySha256);
  return body === null ? null : { month: to, record, body };
}

async function bodyAt(layout: Layout, path: string, digest: string): Promise<string | null> {
  try {
    const body = bodyFromMarkdown((await layout.files.readFile(path)).toString('utf8'));
    return bodyDigest(body) === digest ? body : null;
  } catch {
    return null;
  }
}

/** Answers the checksum of what it wrote. */
async function writeRows<T>(
  layout: Layout,
  path: string,
  records: readonly T[],
): Promise<string | null> {
  const file = new MirroredJson<Rows<T>>(layout, path);
  await new Low<Rows<T>>(file, { records }).write();
  return file.writtenChecksum;
}
