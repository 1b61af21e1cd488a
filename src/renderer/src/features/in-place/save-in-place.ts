import type { ReleaseDetails } from '../../../../shared/ipc-contract';
import type { Release } from '../../../../shared/release';
import { request } from '../../bridge';
import { translate } from '../../i18n';
import { queryClient } from '../../requests';
import { sayUndoable } from '../../state/undo';
import { withText, type EditTarget } from './edit-target';

/** Saves one text of a release on top of what the person saw. Rejects with the archive's refusal. */
export async function saveInPlace(seen: Release, target: EditTarget, text: string): Promise<void> {
  const { id, revision: basedOn } = seen;
  const content = withText(seen, target, text);
  const release = await request('release:revise', { id, basedOn, content });
  // Shown at once: the old text must not flash up before the list of changes comes.
  queryClient.setQueryData<ReleaseDetails>(
    ['release:read', { id }],
    (details) => details && { ...details, release },
  );
  await sayUndoable(translate('toast.saved', { headline: release.headline }));
}

/** The same on top of what the release says now. */
export async function saveOverNewest(
  seen: Release,
  target: EditTarget,
  text: string,
): Promise<void> {
  const { release } = await request('release:read', { id: seen.id });
  await saveInPlace(release, target, text);
}
