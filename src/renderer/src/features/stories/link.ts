import type { ReleaseId, ReleaseLanguage } from '../../../../shared/release';
import { BridgeError, request } from '../../bridge';
import { translate } from '../../i18n';
import { attempt } from '../../state/attempt';
import { hitAt, indexOf } from '../../state/results/result-pages';
import { useResults } from '../../state/results/result-state';
import { showToast } from '../../state/toasts';
import { sayUndoable } from '../../state/undo';

/** The languages of those releases whose rows are at hand. */
export function spokenLanguages(ids: readonly ReleaseId[]): readonly ReleaseLanguage[] {
  const { pages } = useResults.getState();
  return ids.flatMap((id) => hitAt(pages, indexOf(pages, id))?.release.language ?? []);
}

/** Makes the releases one story in several languages. */
export async function linkTranslation(ids: readonly ReleaseId[]): Promise<void> {
  try {
    await request('story:link', { ids: [...ids] });
  } catch (error) {
    const isSameLanguage = error instanceof BridgeError && error.code === 'request-invalid';
    if (!isSameLanguage) {
      await attempt(() =>
        Promise.reject(error instanceof Error ? error : new Error(String(error))),
      );
      return;
    }
    showToast({ tone: 'error', text: translate('story.sameLanguage') });
    return;
  }
  await sayUndoable(translate('story.linked'));
}

export async function unlinkTranslation(id: ReleaseId): Promise<void> {
  const done = await attempt(() => request('story:unlink', { id }));
  if (done === undefined) return;
  await sayUndoable(translate('story.unlinked'));
}
