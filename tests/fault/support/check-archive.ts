import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { openArchive } from '../../../src/archive/archive';
import { contentOf, lostRevisions, missingPhotos, type Expectation } from './expectation';
import type { Summary } from './summary';
import { unsyncedFiles } from './unsynced-files';

/**
 * Opens the archive as the next start of the program would, and holds it against what was promised.
 */
export async function checkArchive(
  folder: string,
  expectation: Expectation,
  summary: Summary,
  where: string,
): Promise<void> {
  try {
    const archive = await openArchive(folder, {}, { files: unsyncedFiles });
    if (archive.info().readOnly !== null) summary.find(where, 'opened read-only');
    const verdict = expectation.judge(await contentOf(archive));
    summary.judge(where, verdict);
    for (const photo of await missingPhotos(archive)) summary.find(where, `photo ${photo} is lost`);
    for (const lost of await lostRevisions(archive)) summary.find(where, lost);
    for (const warning of archive.info().warnings) summary.find(where, warning);
    await archive.close();
    const reopened = await openArchive(folder, {}, { readOnly: true });
    summary.judge(`${where}, after closing`, expectation.judge(await contentOf(reopened)));
    for (const lost of await lostRevisions(reopened)) summary.find(`${where}, closed`, lost);
    for (const { path, message } of (await reopened.verify()).problems) {
      // An original whose release was not filed any more waits for the release that needs it.
      if (!(path.startsWith('photos/') && message.includes("doesn't belong"))) {
        summary.find(where, message);
      }
    }
    await reopened.close();
  } catch (thrown) {
    summary.find(where, `doesn't open: ${String(thrown)}`);
  }
}

/** The opener whose end is played was this very process: its lock would look alive. */
export function forgetOwnLock(folder: string): void {
  rmSync(join(folder, 'lock.json'), { force: true });
}
