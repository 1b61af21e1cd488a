import { inFreshProcess } from '../harness/fresh-process';
import { below, noTarget, type Row } from '../harness/row';
import { median } from '../harness/statistics';
import type { Opening } from './open-process';
import { archiveFolder, databaseFile, type Place } from './place';

const rounds = 5;

export interface OpeningMeasured {
  readonly n: number;
  readonly ours: readonly Opening[];
  readonly sqlite: readonly Opening[];
}

/** Opens in turns, each time in a fresh process; the files are in the system's cache. */
export async function measureOpening(place: Place): Promise<OpeningMeasured> {
  const ours: Opening[] = [];
  const sqlite: Opening[] = [];
  const open = (kind: string, path: string): Promise<Opening> =>
    inFreshProcess<Opening>('store/open-process.ts', [kind, path]);
  for (let round = 0; round < rounds; round += 1) {
    ours.push(await open('ours', archiveFolder(place)));
    if (place.openDatabase !== null) sqlite.push(await open('sqlite', databaseFile(place)));
  }
  place.say(`  opened in ${Math.round(median(ours.map(({ ms }) => ms)))} ms`);
  return { n: place.n, ours, sqlite };
}

export function openingRows(measured: readonly OpeningMeasured[]): Row[] {
  return measured.flatMap(({ n, ours, sqlite }) => {
    const row = (what: string, unit: string, value: (one: Opening) => number): Row => ({
      name: 'store',
      case: what,
      n,
      unit,
      ours: median(ours.map(value)),
      peers: { SQLite: sqlite.length === 0 ? null : median(sqlite.map(value)) },
      ...noTarget,
      samples: ours.length,
    });
    const time = row('open until the newest page is listed', 'ms', ({ ms }) => ms);
    const memory = row('memory grown by opening', 'MB', ({ grownMegabytes }) => grownMegabytes);
    return [
      { ...time, ...below(time.ours, 500, 'ms') },
      { ...memory, ...below(memory.ours, 250, 'MB') },
    ];
  });
}
