import type { PackId, PressPack } from '../../../shared/press-pack';
import type { ReleaseId } from '../../../shared/release';
import { request } from '../bridge';
import { translate } from '../i18n';
import { ask } from '../requests';
import { attempt } from './attempt';
import { neighbourOf } from './results';
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

/** The items that a pack gets for releases: each with all of its photos. */
async function itemsFor(ids: readonly ReleaseId[]): Promise<PressPack['items']> {
  const details = await Promise.all(ids.map((id) => ask('release:read', { id })));
  return details.map(({ release }) => ({
    releaseId: release.id,
    photoIds: release.photos.map((photo) => photo.photoId),
  }));
}

export async function addToPack(packId: PackId, ids: readonly ReleaseId[]): Promise<void> {
  await attempt(async () => {
    const pack = (await request('pack:list', null)).find((other) => other.id === packId);
    if (!pack) return;
    const known = new Set(pack.items.map((item) => item.releaseId));
    const fresh = await itemsFor(ids.filter((id) => !known.has(id)));
    const { title, coverNote, contact, items } = pack;
    if (fresh.length > 0) {
      const content = { title, coverNote, contact, items: [...items, ...fresh] };
      await request('pack:revise', { id: packId, content });
    }
    showToast({
      tone: 'done',
      text:
        fresh.length > 0
          ? translate('toast.addedToPack', { count: fresh.length, pack: title })
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
