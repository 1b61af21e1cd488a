import { setTimeout as wait } from 'node:timers/promises';
import type { VerifyProblem, VerifyReport } from '../../shared/press-pack';
import { ArchiveError } from '../errors';
import type { ArchiveStore } from './archive-store';
import { eachAtOnce } from './each-at-once';
import { problemOf, type Check } from './fixity/check';
import { planChecks, type Plan } from './fixity/plan-checks';
import { readRecords } from './recover';

export interface VerifyOptions {
  readonly signal?: AbortSignal;
  /** Called after every file. */
  readonly onProgress?: (done: number, total: number) => void;
}

/**
 * What looks wrong is looked at so often in all: files are replaced and moved while an archive is
 * worked on, here or by somebody else who has it open.
 */
const looks = 3;
/** Milliseconds before each further look: a slow disk may need them for what is under way. */
const pause = 250;

/**
 * Re-reads every file of the archive and compares it with the checksum that the archive has for it
 * (fixity in the sense of ISO 14721): texts, photos and sources by their SHA-256, the JSON files and
 * their second copies by the one they carry, the journal line by line. Names what is missing, changed,
 * or not of the archive. Throws `cancelled`.
 */
export async function verifyArchive(
  store: ArchiveStore,
  { signal, onProgress }: VerifyOptions = {},
): Promise<VerifyReport> {
  const plan = await planFor(store);
  const total = filesOf(plan.checks);
  let done = 0;
  const first = await runChecks(plan.checks, signal, (files) => {
    done += files;
    onProgress?.(done, total);
  });
  let problems = [...first.problems.values()].flat();
  let suspects = new Set(first.problems.keys());
  let misplaced = plan.misplaced;
  for (let look = 2; look <= looks && suspects.size + misplaced.length > 0; look += 1) {
    await wait(pause);
    throwIfCancelled(signal);
    const again = await planFor(store);
    const checks = again.checks.filter(({ path }) => suspects.has(path));
    const found = await runChecks(checks, signal, () => undefined);
    problems = [...found.problems.values()].flat();
    suspects = new Set(found.problems.keys());
    misplaced = both(misplaced, again.misplaced);
  }
  return {
    what: 'archive',
    algorithm: 'sha256',
    checkedFiles: total,
    checkedBytes: first.bytes,
    problems: [...problems, ...misplaced],
  };
}

async function planFor(store: ArchiveStore): Promise<Plan> {
  const isOpen = store.readOnly === null;
  // What can't be saved just now is still in the journal, and told elsewhere.
  await store.save().catch(() => undefined);
  // Somebody else may have changed the archive since it was opened for reading.
  const tables = isOpen ? store.tables : (await readRecords(store.layout, false)).tables;
  return planChecks(store.layout, tables, isOpen);
}

interface Findings {
  readonly bytes: number;
  /** By the path of the check. */
  readonly problems: ReadonlyMap<string, readonly VerifyProblem[]>;
}

async function runChecks(
  checks: readonly Check[],
  signal: AbortSignal | undefined,
  onChecked: (files: number) => void,
): Promise<Findings> {
  const problems = new Map<string, readonly VerifyProblem[]>();
  let bytes = 0;
  await eachAtOnce(checks, async (check) => {
    throwIfCancelled(signal);
    try {
      const checked = await check.run(signal);
      bytes += checked.bytes;
      if (checked.problems.length > 0) problems.set(check.path, checked.problems);
    } catch {
      throwIfCancelled(signal);
      problems.set(check.path, [problemOf('malformed', check.path)]);
    }
    onChecked(check.files);
  });
  return { bytes, problems };
}

function throwIfCancelled(signal: AbortSignal | undefined): void {
  if (signal?.aborted === true) throw new ArchiveError('cancelled', 'The check was cancelled.');
}

function filesOf(checks: readonly Check[]): number {
  return checks.reduce((sum, { files }) => sum + files, 0);
}

/** What was there each time it was looked for. */
function both(
  before: readonly VerifyProblem[],
  now: readonly VerifyProblem[],
): readonly VerifyProblem[] {
  const paths = new Set(now.map(({ path }) => path));
  return before.filter(({ path }) => paths.has(path));
}
