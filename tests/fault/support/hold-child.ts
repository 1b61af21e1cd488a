import { writeSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { openArchive } from '../../../src/archive/archive';
import { toFailure } from '../../../src/archive/errors';
import { content } from '../../support/samples';

/** Has an archive open and does what it is told, a word a line; answers each with a line. */
const [folder = ''] = process.argv.slice(2);
const archive = await openArchive(folder);
const { readOnly } = archive.info();
writeSync(1, `${readOnly?.why ?? 'writing'}\n`);

const words: Readonly<Record<string, () => Promise<unknown>>> = {
  file: () => archive.releases.file(content({ headline: 'By the other process' }), null),
  save: () => archive.save(),
  /** As a computer does that was asleep for eleven minutes: its steady clock may stand still. */
  wake: () => {
    const { now } = Date;
    Date.now = () => now() + 11 * 60_000;
    return Promise.resolve();
  },
  close: () => archive.close(),
};

for await (const word of createInterface(process.stdin)) {
  try {
    await words[word]?.();
    writeSync(1, `${archive.info().readOnly?.why ?? 'writing'}\n`);
  } catch (thrown) {
    writeSync(1, `${toFailure(thrown).code}\n`);
  }
}
