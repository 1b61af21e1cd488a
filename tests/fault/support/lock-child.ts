import { writeSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { takeLock } from '../../../src/archive/store/lock';
import { realFiles } from '../../../src/archive/store/file-layer';
import { unlinkedFiles } from '../../support/unlinked-files';

/** Takes a lock many times at once when it is told to, and says how often it got it. */
const [takers = '1', disk = 'linked'] = process.argv.slice(2);
const files = disk === 'linked' ? realFiles : unlinkedFiles;

let held: readonly (() => Promise<void>)[] = [];

writeSync(1, 'ready\n');
for await (const path of createInterface(process.stdin)) {
  const outcomes = await Promise.all(
    Array.from({ length: Number(takers) }, () => takeLock(path, files)),
  );
  // Of the race before, whose lock is no longer there: or it would go on looking after it.
  for (const release of held) await release();
  held = outcomes.flatMap((outcome) => (outcome.taken ? [outcome.release] : []));
  writeSync(1, `${held.length}\n`);
}
