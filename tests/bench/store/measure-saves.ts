import { join } from 'node:path';
import { openArchive } from '../../../src/archive/archive';
import { atMostTimes, below, noTarget, type Row } from '../harness/row';
import { median, percentile } from '../harness/statistics';
import { makeDurable } from '../peers/sqlite-releases';
import { archiveFolder, databaseFile, type Place } from './place';
import { noSaves, saveLowdb, saveOurs, saveSqlite, type Saves } from './save-one';

const rounds = 3;
/** Releases that lowdb can still write as one file; at 100,000 the text is longer than a string may be. */
const lowdbLimit = 10_000;

export interface SavesMeasured extends Saves {
  readonly n: number;
}

export async function measureSaves(place: Place): Promise<SavesMeasured> {
  const { n, material, openDatabase, folder, say } = place;
  const saves = noSaves();
  const archive = await openArchive(archiveFolder(place));
  const { hits } = await archive.search.find({
    text: '',
    partnerIds: [],
    place: 'archive',
    year: null,
    sort: 'newest',
    offset: 0,
    limit: n,
  });
  const ids = hits.map(({ release }) => release.id);
  const database = openDatabase === null ? null : new openDatabase(databaseFile(place));
  if (database !== null) makeDurable(database);
  // The first round warms up and isn't counted.
  for (let round = -1; round < rounds; round += 1) {
    const into = round < 0 ? noSaves() : saves;
    await saveOurs(archive, ids, into);
    if (database !== null) await saveSqlite(database, material, n, into);
    if (n <= lowdbLimit) await saveLowdb(join(folder, 'lowdb.json'), material, n, into);
  }
  database?.close();
  await archive.close();
  say(`  saved in ${median(saves.ours).toFixed(2)} ms`);
  return { n, ...saves };
}

export function saveRows(measured: readonly SavesMeasured[]): Row[] {
  const smallest = measured[0];
  return measured.flatMap((saves) => {
    const at = (percent: number): Row => ({
      name: 'store',
      case: `save one edited release, p${percent}`,
      n: saves.n,
      unit: 'ms',
      ours: percentile(saves.ours, percent),
      peers: {
        SQLite: saves.sqlite.length === 0 ? null : percentile(saves.sqlite, percent),
        'lowdb, one file': saves.lowdb.length === 0 ? null : percentile(saves.lowdb, percent),
      },
      ...noTarget,
      samples: saves.ours.length,
    });
    const middle = at(50);
    const high = at(95);
    const block: Row = {
      ...middle,
      case: "longest block of the archive's thread, edits",
      ours: median(saves.blocks),
      peers: {},
      ...below(median(saves.blocks), 50, 'ms'),
      samples: saves.blocks.length,
    };
    const flat =
      smallest === undefined || smallest === saves
        ? noTarget
        : atMostTimes(
            high.ours,
            1.5,
            percentile(smallest.ours, 95),
            `p95 at ${smallest.n.toLocaleString('en')}`,
          );
    return [
      { ...middle, ...atMostTimes(middle.ours, 1.5, middle.peers['SQLite'] ?? null, 'SQLite') },
      { ...high, ...flat },
      block,
    ];
  });
}
