import type { ReviewDecision } from '../../../../shared/review';
import { request } from '../../bridge';
import { translate } from '../../i18n';
import { attempt } from '../../state/attempt';
import { useOpenRelease } from '../../state/open-release';
import { neighbourOf } from '../../state/results/neighbour';
import { sayUndoable } from '../../state/undo';
import { openRelease, useWorkspace } from '../../state/workspace';

let isDeciding = false;

/** Does what was decided of the release that is read, and goes on to the next one that is asked about. */
export async function decide(decision: ReviewDecision): Promise<void> {
  const { releaseId: id, otherId, decisions } = useOpenRelease.getState();
  // The key may be held down; the next release is another question.
  if (id === null || isDeciding || !decisions.includes(decision)) return;
  isDeciding = true;
  try {
    const isWorkingThrough = useWorkspace.getState().place === 'needs-look';
    const next = isWorkingThrough ? neighbourOf([id]) : null;
    const done = await attempt(() => request('review:decide', { id, decision }));
    if (done === undefined) return;
    const goes = decision === 'same' || decision === 'new-version';
    if (isWorkingThrough) openRelease(next);
    else if (goes) openRelease(otherId);
    await sayUndoable(translate(`review.done.${decision}`));
  } finally {
    isDeciding = false;
  }
}
