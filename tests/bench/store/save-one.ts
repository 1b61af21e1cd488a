import { readFile, rm } from 'node:fs/promises';
import { Low } from 'lowdb';
import { JSONFile } from 'lowdb/node';
import type { Archive } from '../../../src/archive/archive';
import type { ReleaseContent } from '../../../src/shared/release';
import { LoopMeter } from '../harness/loop-meter';
import { pause, timed } from '../harness/timing';
import type { ReleaseMaterial } from '../material/releases';
import type { Database } from '../peers/sqlite';
import { sqliteReleases } from '../peers/sqlite-releases';
import { sqliteId } from './import';

/** Edits of one round; ours and the peers take turns by rounds, since our files follow a moment later. */
const editsPerRound = 150;
/** A round is longer than the time after which our files are brought up to date. */
const pauseBetweenEdits = 10;
/** A save by lowdb writes everything; a few tell enough. */
const lowdbEdits = 3;

export interface Saves {
  readonly ours: number[];
  readonly sqlite: number[];
  readonly lowdb: number[];
  /** Longest block of our thread in each round. */
  readonly blocks: number[];
}

export function noSaves(): Saves {
  return { ours: [], sqlite: [], lowdb: [], blocks: [] };
}

/** One round of edits through `releases.revise`, each awaited, of releases all over the archive. */
export async function saveOurs(archive: Archive, ids: readonly string[], into: Saves) {
  const meter = new LoopMeter();
  for (let edit = 0; edit < editsPerRound; edit += 1) {
    const id = ids[spread(into.ours.length, ids.length)] ?? '';
    const { release } = await archive.releases.read(id);
    const content = edited(release, into.ours.length);
    into.ours.push(await timed(() => archive.releases.revise(id, release.revision, content)));
    await pause(pauseBetweenEdits);
  }
  into.blocks.push(meter.stop());
  await archive.save();
}

/** The same by `UPDATE`, each a transaction. */
export async function saveSqlite(
  database: Database,
  material: ReleaseMaterial,
  count: number,
  into: Saves,
): Promise<void> {
  const releases = sqliteReleases(database);
  for (let edit = 0; edit < editsPerRound; edit += 1) {
    const index = spread(into.sqlite.length, count);
    const content = edited(material.content(index), into.sqlite.length);
    into.sqlite.push(
      await timed(async () => {
        releases.update(sqliteId(index), content);
      }),
    );
    await pause(pauseBetweenEdits);
  }
}

interface EverythingInOneFile {
  readonly releases: (ReleaseContent & { readonly id: string })[];
}

/** The same with lowdb as it comes, everything in one file. It doesn't fsync. */
export async function saveLowdb(
  path: string,
  material: ReleaseMaterial,
  count: number,
  into: Saves,
): Promise<void> {
  const releases = Array.from({ length: count }, (_, index) => ({
    ...material.content(index),
    id: sqliteId(index),
  }));
  const database = new Low<EverythingInOneFile>(new JSONFile(path), { releases });
  await database.write();
  for (let edit = 0; edit < lowdbEdits; edit += 1) {
    const index = spread(into.lowdb.length, count);
    const before = releases[index];
    if (before === undefined) throw new Error('No such release.');
    releases[index] = { ...before, ...edited(before, edit) };
    into.lowdb.push(await timed(() => database.write()));
  }
  if ((await readFile(path)).length === 0) throw new Error('lowdb wrote nothing.');
  await rm(path);
}

function edited(content: ReleaseContent, edit: number): ReleaseContent {
  return { ...content, body: `${content.body} Corrected, number ${edit}.` };
}

/** Far apart from one another, and never the same twice before all have been. */
function spread(step: number, count: number): number {
  return Math.floor((step * 0.618_033_988_75 * count) % count);
}
