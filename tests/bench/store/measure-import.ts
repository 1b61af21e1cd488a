import { mkdir, rename } from 'node:fs/promises';
import { atLeast, atMostTimes, noTarget, type Row } from '../harness/row';
import { median } from '../harness/statistics';
import { importOurs, importSqlite, type OurImport } from './import';
import { archiveFolder, databaseFile, type Place } from './place';

/** The size that the targets are about: what comes from an old web site in one go. */
const usualImport = 10_000;

export interface ImportMeasured {
  readonly n: number;
  readonly ours: readonly OurImport[];
  readonly sqliteRates: readonly number[];
}

/** Imports in turns, and leaves the last archive and the last database for what is measured next. */
export async function measureImport(place: Place): Promise<ImportMeasured> {
  const { n, material, openDatabase, folder, say } = place;
  const rounds = n <= usualImport ? 3 : 1;
  const ours: OurImport[] = [];
  const sqliteRates: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    // Put aside, not removed: for minutes after many were removed, ext4 looks through them all
    // whenever a file is made.
    if (round > 0) await rename(folder, `${folder}-${round}`);
    await mkdir(folder, { recursive: true });
    const imported = await importOurs(archiveFolder(place), material, n);
    ours.push(imported);
    say(`  imported ${Math.round(imported.rate)} releases/s`);
    if (openDatabase === null) continue;
    const database = new openDatabase(databaseFile(place));
    sqliteRates.push(importSqlite(database, material, n));
    database.close();
  }
  return { n, ours, sqliteRates };
}

export function importRows(measured: readonly ImportMeasured[]): Row[] {
  const usual = measured.find(({ n }) => n === usualImport);
  const usualRate = usual === undefined ? null : rateOf(usual);
  return measured.flatMap((one) => {
    const common = { name: 'store', n: one.n, samples: one.ours.length };
    const rate = rateOf(one);
    const sqlite = one.sqliteRates.length === 0 ? null : median(one.sqliteRates);
    const only = (what: string, unit: string, value: (imported: OurImport) => number): Row => ({
      ...common,
      case: what,
      unit,
      ours: median(one.ours.map(value)),
      peers: {},
      ...noTarget,
    });
    const rows: Row[] = [
      {
        ...common,
        case: 'import, each release durable',
        unit: 'releases/s',
        ours: rate,
        peers: { SQLite: sqlite },
        ...(one.n >= usualImport ? atLeast(rate, 2_000, 'releases/s') : noTarget),
      },
      only('import, everything in its last place', 'releases/s', (ours) => ours.restedRate),
      only('largest journal during the import', 'MB', (ours) => ours.journalMegabytes),
      only('save() after the import', 'ms', (ours) => ours.saveMs),
      only('close() after that', 'ms', (ours) => ours.closeMs),
      only("longest block of the archive's thread, import", 'ms', (ours) => ours.longestBlockMs),
    ];
    if (one.n > usualImport) {
      rows.splice(1, 0, {
        ...common,
        case: `time per release in an import, as a multiple of that at 10,000`,
        unit: '×',
        ours: usualRate === null ? NaN : usualRate / rate,
        peers: {},
        ...atMostTimes(1 / rate, 1.3, usualRate === null ? null : 1 / usualRate, 'that at 10,000'),
      });
    }
    return rows;
  });
}

function rateOf({ ours }: ImportMeasured): number {
  return median(ours.map(({ rate }) => rate));
}
