import { writeSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { takeLock } from '../../../src/archive/store/lock';

/** Takes a lock many times at once when it is told to, and says how often it got it. */
const [takers = '1'] = process.argv.slice(2);

writeSync(1, 'ready\n');
for await (const path of createInterface(process.stdin)) {
  const outcomes = await Promise.all(Array.from({ length: Number(takers) }, () => takeLock(path)));
  writeSync(1, `${outcomes.filter((outcome) => outcome.taken).length}\n`);
}
