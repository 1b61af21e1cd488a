import { readJournal } from '../journal-reader';
import { segmentFile } from '../journal-segments';
import type { Layout } from '../layout';
import { problemOf, type Check } from './check';

/** Every line of the journal against its CRC-32, and all of them against their numbers. */
export function checkJournal(layout: Layout, segments: number): Check {
  return {
    path: 'journal',
    files: segments,
    run: async () => {
      const journal = await readJournal(layout.journalFolder, layout.files);
      return {
        bytes: journal.segments.reduce((sum, { size }) => sum + size, 0),
        problems: journal.damaged.map(({ number, lost }) => {
          const name = `journal/${segmentFile(number)}`;
          const what = lost === 1 ? '1 change in it' : `${lost} changes in it`;
          return problemOf('changed', name, `${name} is damaged: ${what} can't be read any more.`);
        }),
      };
    },
  };
}
