import type { ReleaseHistory, RevisionSummary } from '../../shared/release-history';

const names: Readonly<Record<string, string>> = {
  'release:file': 'filed',
  'release:import': 'filed',
  'release:revise': 'edited',
  'release:edit-many': 'edited together with other releases',
  'release:restore-revision': 'restored from an earlier revision',
  'release:delete': 'moved to the trash',
  'release:restore': 'taken out of the trash',
  'partner:merge': 'partners merged',
  undo: 'undone',
  redo: 'done again',
};

/** One revision a line, newest first: number, when, what, headline. */
export function historyLines(history: ReleaseHistory): readonly string[] {
  const width = String(history[0]?.revision ?? 1).length;
  const labels = history.map(labelOf);
  const widest = Math.max(0, ...labels.map((label) => label.length));
  return history.map(({ revision, at, headline, isWhole }, index) =>
    [
      String(revision).padStart(width),
      minuteOf(at),
      (labels[index] ?? '').padEnd(widest),
      isWhole ? headline : '(not kept whole)',
    ]
      .join('  ')
      .trimEnd(),
  );
}

function labelOf({ action }: RevisionSummary): string {
  return names[action ?? ''] ?? 'changed';
}

/** "2026-03-14 09:30Z" */
function minuteOf(at: string | null): string {
  return at === null ? '-'.padEnd(17) : `${at.slice(0, 16).replace('T', ' ')}Z`;
}
