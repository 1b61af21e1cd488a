import { cp, mkdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Bench } from './harness/bench';
import { noTarget, type Row } from './harness/row';
import { makers } from './import/made-files';
import { measureFolder, measureImport, type Imported } from './import/measure-import';
import { releaseMaterial } from './material/releases';

/** Formats other than plain text take longer to make and to read; so many say what one costs. */
const fewer = 500;

/** How fast the files of an office become an archive. */
export const bench: Bench = {
  question: 'How long does it take to import the files of twenty years?',
  defaultSizes: [10_000],
  run: async ({ dataFolder, scratchFolder, sizes, say }) => {
    const material = await releaseMaterial(dataFolder);
    say(`Releases: ${material.description}`);
    say('Readers run in this thread here; the program gives them one of their own.');
    const rows: Row[] = [];
    for (const size of sizes) {
      for (const maker of makers) {
        const count = maker.format === 'plain text' ? size : Math.min(size, fewer);
        const imported = await measureImport(maker, material, count, scratchFolder);
        say(
          `  ${maker.format}: ${imported.seconds.toFixed(1)} s, ${String(imported.failed)} failed`,
        );
        rows.push(rowOf(`${maker.format}, each release safe on disk and found`, count, imported));
      }
    }
    const exports = dataFolder === null ? null : join(dataFolder, 'wxr');
    if (exports !== null && (await isFolder(exports))) {
      const inbox = join(scratchFolder, 'wxr');
      await mkdir(inbox);
      for (const name of ['themeunittestdata.wordpress.xml', 'theme-test-data-ja.xml']) {
        await cp(join(exports, name), join(inbox, name)).catch(() => undefined);
      }
      const imported = await measureFolder(inbox, join(scratchFolder, 'archive-wxr'));
      rows.push(rowOf('the WordPress exports of the material', imported.releases, imported));
    }
    return rows;
  },
};

function rowOf(what: string, n: number, imported: Imported): Row {
  return {
    name: 'import',
    case: what,
    n,
    unit: 'releases/s',
    ours: imported.rate,
    peers: { 'the files read and hashed': imported.readingRate },
    samples: 1,
    ...noTarget,
  };
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (entry) => entry.isDirectory(),
    () => false,
  );
}
