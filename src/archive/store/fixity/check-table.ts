import { isDeepStrictEqual } from 'node:util';
import type { VerifyProblem } from '../../../shared/press-pack';
import { ArchiveError } from '../../errors';
import { DurableJson } from '../durable-json';
import type { Layout } from '../layout';
import { problemOf, type Check } from './check';

interface TableToCheck {
  /** Relative: "releases/2022-08.json". */
  readonly name: string;
  /** Whether there must be a second copy. */
  readonly hasCopy: boolean;
  /** The journal changes it: it may not be written yet, and its copy may be older. */
  readonly isJournalled: boolean;
  /** What to say where neither the file nor its copy is there. */
  readonly ifLost?: string | undefined;
}

/** A JSON file and its second copy. */
export function checkTable(layout: Layout, table: TableToCheck): Check {
  const { name, hasCopy, isJournalled, ifLost } = table;
  const copyName = `copies/${name}`;
  return {
    path: name,
    files: hasCopy ? 2 : 1,
    run: async () => {
      const main = await readChecked(layout, name);
      const copy = hasCopy ? await readChecked(layout, copyName) : null;
      const bytes = main.bytes + (copy?.bytes ?? 0);
      const isWaiting = (state: State): boolean => isJournalled && state.is === 'missing';
      const problems: VerifyProblem[] = [];
      if (main.is !== 'whole' && !isWaiting(main)) {
        const consequence =
          copy?.is === 'whole'
            ? 'Its copy is whole, so nothing is lost: the archive takes that one when it is next opened.'
            : (ifLost ?? '');
        problems.push(problemOf(main.is, name, sentence(name, main.is, consequence)));
      }
      if (copy !== null && copy.is !== 'whole' && !isWaiting(copy)) {
        const consequence =
          main.is === 'whole'
            ? `${name} itself is whole, so nothing is lost: the copy is written anew with the next change there.`
            : '';
        problems.push(problemOf(copy.is, copyName, sentence(copyName, copy.is, consequence)));
      }
      if (main.is === 'whole' && copy?.is === 'whole' && !isJournalled) {
        if (!hasAllOf(copy.data, main.data)) {
          const message = `${copyName} is an older copy: it doesn't say what ${name} says.`;
          problems.push(problemOf('changed', copyName, message));
        }
      }
      return { bytes, problems };
    },
  };
}

/** A JSON file that has a checksum and no copy. */
export function checkJson(layout: Layout, name: string): Check {
  return {
    path: name,
    files: 1,
    run: async () => {
      const { is, bytes } = await readChecked(layout, name);
      // Gone since it was listed: what there need not be, nobody misses.
      const isWrong = is !== 'whole' && is !== 'missing';
      return { bytes, problems: isWrong ? [problemOf(is, name, sentence(name, is, ''))] : [] };
    },
  };
}

/**
 * Whether a copy would stand in for its table. It may have more: a kill can leave the older revision of
 * a release in the copy of a month that it has left, and the newer one counts wherever it is.
 */
function hasAllOf(copy: unknown, table: unknown): boolean {
  const [kept, needed] = [recordsOf(copy), recordsOf(table)];
  if (kept === null || needed === null) return isDeepStrictEqual(copy, table);
  const byId = new Map(kept.map((record) => [record.id, record]));
  return needed.every((record) => isDeepStrictEqual(byId.get(record.id), record));
}

interface RecordInTable {
  readonly id: string;
}

function recordsOf(data: unknown): readonly RecordInTable[] | null {
  const { records } = data as { readonly records?: readonly RecordInTable[] };
  return Array.isArray(records) ? records : null;
}

type State =
  | { readonly is: 'whole'; readonly data: unknown; readonly bytes: number }
  | { readonly is: 'missing' | 'changed' | 'malformed'; readonly bytes: number };

async function readChecked(layout: Layout, name: string): Promise<State> {
  const path = `${layout.folder}/${name}`;
  const bytes = await layout.files.stat(path).then(
    ({ size }) => size,
    () => 0,
  );
  try {
    const data = await new DurableJson<unknown>(path, layout.files).read();
    return data === null ? { is: 'missing', bytes } : { is: 'whole', data, bytes };
  } catch (thrown) {
    const isDamaged = thrown instanceof ArchiveError && thrown.code === 'archive-damaged';
    return { is: isDamaged ? 'changed' : 'malformed', bytes };
  }
}

function sentence(name: string, is: 'missing' | 'changed' | 'malformed', more: string): string {
  const what = {
    missing: 'is missing.',
    changed: "is no longer what was written: its checksum doesn't match.",
    malformed: "can't be read.",
  }[is];
  return `${name} ${what}${more === '' ? '' : ` ${more}`}`;
}
