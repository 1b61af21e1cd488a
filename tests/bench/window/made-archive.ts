import { join } from 'node:path';
import { openArchive } from '../../../src/archive/archive';
import { timed } from '../harness/timing';
import type { ReleaseMaterial } from '../material/releases';
import { importOurs } from '../store/import';

/** An archive of so many releases, closed, its search index made. */
export async function madeArchive(
  scratchFolder: string,
  material: ReleaseMaterial,
  n: number,
  say: (line: string) => void,
): Promise<string> {
  const folder = join(scratchFolder, `archive-${n}`);
  const ms = await timed(async () => {
    await importOurs(folder, material, n);
    const archive = await openArchive(folder);
    await archive.search.ready();
    await archive.close();
  });
  say(`\n${n.toLocaleString('en')} releases, made in ${Math.round(ms / 1_000)} s`);
  return folder;
}
