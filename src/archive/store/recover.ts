import { journalledReleases, sweepLeftovers } from './leftovers';
import { Journal } from './journal';
import { readJournal, type JournalContents } from './journal-reader';
import { segmentFile, segmentNumbers, segmentPath } from './journal-segments';
import type { Layout } from './layout';
import type { Limits } from './limits';
import { loadTables, type OnRead } from './load-tables';
import { copyAside } from './quarantine';
import type { Tables } from './tables';

interface Recovered {
  readonly tables: Tables;
  readonly journalled: JournalContents;
  readonly warnings: readonly string[];
}

/**
 * Reads the tables and applies the journal. Somebody else who has the archive open may bring files
 * up to date and cut the journal meanwhile: then what was read doesn't fit together, and it is read
 * again.
 */
export async function readRecords(
  layout: Layout,
  mend: boolean,
  onRead?: OnRead,
): Promise<Recovered> {
  for (let attempt = 1; ; attempt += 1) {
    const [oldest] = await segmentNumbers(layout.journalFolder, layout.files);
    const { tables, warnings } = await loadTables(layout, mend, onRead);
    const journalled = await readJournal(layout.journalFolder, layout.files);
    if (oldest !== journalled.segments[0]?.number && attempt < 10) continue;
    for (const record of journalled.records) tables.replay(record);
    return {
      tables,
      journalled,
      warnings: [...warnings, ...journalled.damaged.map((damage) => damageSentence(damage, mend))],
    };
  }
}

/**
 * As `readRecords` for whoever has the lock: damaged parts of the journal are copied to `quarantine/`,
 * what a kill left lying about is cleared away, and the journal is ready to go on.
 */
export async function recover(
  layout: Layout,
  afterCrash: boolean,
  limits: Limits,
  onRead?: OnRead,
): Promise<Recovered & { readonly journal: Journal }> {
  const recovered = await readRecords(layout, true, onRead);
  const { journalled, tables } = recovered;
  for (const { number, checksum } of journalled.damaged) {
    const path = segmentPath(layout.journalFolder, number);
    await copyAside(layout, path, checksum.toString(16).padStart(8, '0'));
  }
  if (afterCrash || journalled.segments.some((segment) => segment.size > 0)) {
    await sweepLeftovers(layout, tables, journalledReleases(journalled.records));
  }
  const journal = await Journal.start(
    layout.journalFolder,
    journalled,
    layout.files,
    limits,
    tables.undo.record.sequence,
  );
  return { ...recovered, journal };
}

function damageSentence({ number, lost }: { number: number; lost: number }, mend: boolean): string {
  const what = lost === 1 ? '1 change' : `${lost} changes`;
  const where = mend ? ' The damaged file was copied to the folder "quarantine".' : '';
  return `journal/${segmentFile(number)} is damaged: ${what} in it can't be read any more.${where}`;
}
