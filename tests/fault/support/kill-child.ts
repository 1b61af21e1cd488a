import { writeSync } from 'node:fs';
import { openArchive } from '../../../src/archive/archive';
import { usualLimits } from '../../../src/archive/store/limits';
import { Random } from './random';
import type { Message } from './expectation';
import { smallLimits } from './small-limits';
import { work } from './workload';

/** The process that is killed: opens the archive, changes it, saves, closes, over and over. */
const [folder = '', seed = '0'] = process.argv.slice(2);
const random = new Random(Number(seed));

/** Written at once, so that what was told before the kill reaches the parent. */
function tell(message: Message | { readonly kind: 'started' | 'opened' }): void {
  writeSync(1, `${JSON.stringify(message)}\n`);
}

tell({ kind: 'started' });
for (;;) {
  const limits = random.chance(0.5) ? smallLimits : usualLimits;
  const archive = await openArchive(folder, {}, { limits });
  tell({ kind: 'opened' });
  // The index is read, follows the changes and is written at closing, or nobody searches.
  if (random.chance(0.7)) void archive.search.ready().catch(() => undefined);
  await work(archive, random, {
    changes: 3 + random.below(20),
    atOnce: 1 + random.below(4),
    savings: 0.15,
    tell,
  });
  await archive.close();
}
