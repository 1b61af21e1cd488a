import { join } from 'node:path';
import type { Bench } from './harness/bench';
import { releaseMaterial } from './material/releases';
import { loadSqlite } from './peers/sqlite';
import { importRows, measureImport, type ImportMeasured } from './store/measure-import';
import { measureOpening, openingRows, type OpeningMeasured } from './store/measure-opening';
import { measureSaves, saveRows, type SavesMeasured } from './store/measure-saves';
import { measureWindow, windowRows, type WindowMeasured } from './store/measure-window';
import type { Place } from './store/place';

/** What keeping releases costs, beside SQLite and lowdb as it comes. */
export const bench: Bench = {
  question: 'How fast are releases filed, saved and opened again, and does the window stay free?',
  defaultSizes: [1_000, 10_000, 100_000],
  run: async ({ dataFolder, sizes, scratchFolder, say }) => {
    const material = await releaseMaterial(dataFolder);
    say(`Releases: ${material.description}`);
    say('SQLite: WAL, synchronous=FULL. lowdb: JSONFile as it comes, which does not fsync.');
    const openDatabase = loadSqlite(say);
    const imports: ImportMeasured[] = [];
    const openings: OpeningMeasured[] = [];
    const saves: SavesMeasured[] = [];
    const windows: WindowMeasured[] = [];
    for (const n of sizes) {
      const place: Place = { n, material, openDatabase, folder: join(scratchFolder, `${n}`), say };
      say(`\n${n.toLocaleString('en')} releases`);
      imports.push(await measureImport(place));
      openings.push(await measureOpening(place));
      saves.push(await measureSaves(place));
      windows.push(await measureWindow(place));
    }
    return [
      ...saveRows(saves),
      ...openingRows(openings),
      ...importRows(imports),
      ...windowRows(windows),
    ];
  },
};
