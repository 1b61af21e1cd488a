import type { ReleaseHistory, RevisionSummary } from '../../../../shared/release-history';
import type { TextKey } from '../../i18n';

const labels: Readonly<Record<string, TextKey>> = {
  'release:file': 'history.what.filed',
  'release:import': 'history.what.filed',
  'release:revise': 'history.what.edited',
  'release:edit-many': 'history.what.editedMany',
  'release:restore-revision': 'history.what.versionRestored',
  'release:delete': 'history.what.deleted',
  'release:restore': 'history.what.restored',
  'partner:merge': 'history.what.merged',
  undo: 'history.what.undone',
  redo: 'history.what.redone',
};

/** What made a revision. */
export function revisionLabel({ action }: RevisionSummary): TextKey {
  // Other versions of the program may do other things; what they did is a change in any case.
  return labels[action ?? ''] ?? 'history.what.changed';
}

/** The headline of a revision, where it is another one than before; null where it stayed. */
export function newHeadline(history: ReleaseHistory, index: number): string | null {
  const revision = history[index];
  const before = history.slice(index + 1).find(({ isWhole }) => isWhole);
  if (!revision?.isWhole || before?.headline === revision.headline) return null;
  return revision.headline;
}
