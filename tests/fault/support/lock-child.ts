import { writeSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { takeLock } from '../../../src/archive/store/lock';
import { realFiles } from '../../../src/archive/store/file-layer';
import { unlinkedFiles } from '../../support/unlinked-files';

/** Takes a lock many times at once when it is told to, and says how often it got it. */
const [takers = '1', disk = 'linked'] = process.argv.slice(2);
const files = disk === 'linked' ? realFiles : unlinkedFiles;

writeSync(1, 'ready\n');
for await (const path of createInterface(process.stdin)) {
  const outcomes = await Promise.all(
    Array.from({ length: Number(takers) }, () => takeLock(path, files)),
  );
  writeSync(1, `${outcomes.filter((outcome) => outcome.taken).length}\n`);
}
