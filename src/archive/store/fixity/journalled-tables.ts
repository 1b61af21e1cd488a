import { monthOf } from '../layout';
import type { JournalRecord } from '../records';

/** Answers whether the journal has a change for a table file, which may then not be written yet. */
export function journalledTables(
  records: readonly JournalRecord[],
): (tableName: string) => boolean {
  // Every change is noted down for undoing.
  const names = new Set<string>(records.length > 0 ? ['history/undo.json'] : []);
  const months = new Set<string>();
  for (const { steps } of records) {
    for (const step of steps) {
      if ('drop' in step) names.add(`${step.drop}s.json`);
      else if (step.put === 'release') months.add(monthOf(step.record.publicationDate));
      else if (step.put === 'photo') names.add(`photos/index-${step.record.id.slice(0, 2)}.json`);
      else if (step.put === 'partner') names.add('partners.json');
      else if (step.put === 'pack') names.add('packs.json');
      else names.add(`${step.put}.json`);
    }
  }
  // A release that leaves a month changes the file of that one too; which one, the step doesn't say.
  const hasReleases = months.size > 0;
  return (name) => names.has(name) || (hasReleases && name.startsWith('releases/'));
}
