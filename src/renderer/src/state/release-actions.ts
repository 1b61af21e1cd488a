import type { PackId } from '../../../shared/press-pack';
import type { ReleaseId } from '../../../shared/release';
import { request } from '../bridge';
import { currentLanguage, translate } from '../i18n';
import { count as formatCount } from '../i18n/format';
import { attempt } from './attempt';
import { itemsFor } from './pack-items';
import { neighbourOf } from './results/neighbour';
import { showToast } from './toasts';
import { sayUndoable } from './undo';
import { openRelease, showPack, useWorkspace } from './workspace';

export { attempt } from './attempt';

export async function deleteReleases(ids: readonly ReleaseId[]): Promise<void> {
  if (ids.length === 0) return;
  const next = neighbourOf(ids);
  const answer = await attempt(() => request('release:delete', { ids }));
  if (!answer) return;
  openRelease(next);
  await sayUndoable(translate('toast.deleted', { count: answer.deleted }));
}

export async function restoreReleases(ids: readonly ReleaseId[]): Promise<void> {
  if (ids.length === 0) return;
  const next = neighbourOf(ids);
  const answer = await attempt(() => request('release:restore', { ids }));
  if (!answer) return;
  if (useWorkspace.getState().place === 'trash') openRelease(next);
  await sayUndoable(translate('toast.restored', { count: answer.restored }));
}

/** Gives all of them the tag; those that have it stay as they are. */
export async function tagReleases(ids: readonly ReleaseId[], tag: string): Promise<void> {
  const change = {
    addTags: [tag],
    removeTags: [],
    addPartnerIds: [],
    removePartnerIds: [],
    status: null,
    language: null,
  };
  const answer = await attempt(() => request('release:edit-many', { ids, change }));
  if (!answer) return;
  const { changed } = answer;
  if (changed === 0) {
    showToast({ tone: 'done', text: translate('toast.editedNone') });
    return;
  }
  const number = formatCount(changed, currentLanguage());
  await sayUndoable(translate('toast.editedMany', { count: changed, number }));
}

export async function addToPack(packId: PackId, ids: readonly ReleaseId[]): Promise<void> {
  await attempt(async () => {
    const pack = (await request('pack:list', null)).find((other) => other.id === packId);
    if (!pack) return;
    const { title } = pack;
    const { changed } = await request('pack:change-items', { id: packId, add: ids, remove: [] });
    showToast({
      tone: 'done',
      text:
        changed > 0
          ? translate('toast.addedToPack', { count: changed, pack: title })
          : translate('toast.alreadyInPack', { pack: title }),
      action: {
        label: translate('toast.showPack'),
        run: () => {
          showPack(packId);
        },
      },
    });
  });
}

/** Makes a pack of the releases, or an empty one, and shows it. */
export async function createPack(title: string, ids: readonly ReleaseId[]): Promise<void> {
  await attempt(async () => {
    const items = await itemsFor(ids);
    const pack = await request('pack:create', { title, coverNote: '', contact: '', items });
    showPack(pack.id);
  });
}
