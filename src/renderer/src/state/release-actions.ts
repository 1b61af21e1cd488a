import type { PackId, PressPack } from '../../../shared/press-pack';
import type { ReleaseId } from '../../../shared/release';
import { request } from '../bridge';
import { translate } from '../i18n';
import { failureSentence } from '../i18n/failure-sentence';
import { ask } from '../requests';
import { hitAt, indexOf, useResults } from './results';
import { showToast } from './toasts';
import { openRelease, showPack, useWorkspace } from './workspace';

/** Runs a change and says so plainly where it is refused. */
export async function attempt<T>(work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    showToast({ tone: 'error', text: failureSentence(error) });
    return undefined;
  }
}

/** The row that takes the place of the ones that are about to leave the list. */
function neighbourOf(leaving: readonly ReleaseId[]): ReleaseId | null {
  const { pages, total } = useResults.getState();
  const rows = leaving.map((id) => indexOf(pages, id)).filter((index) => index >= 0);
  if (rows.length === 0) return null;
  const candidates = [Math.max(...rows) + 1, Math.min(...rows) - 1];
  const next = candidates
    .filter((index) => index >= 0 && index < (total ?? 0))
    .map((index) => hitAt(pages, index)?.release.id)
    .find((id) => id !== undefined && !leaving.includes(id));
  return next ?? null;
}

export async function deleteReleases(ids: readonly ReleaseId[]): Promise<void> {
  if (ids.length === 0) return;
  const next = neighbourOf(ids);
  const answer = await attempt(() => request('release:delete', { ids }));
  if (!answer) return;
  openRelease(next);
  showToast({
    tone: 'done',
    text: translate('toast.deleted', { count: answer.deleted }),
    action: { label: translate('common.undo'), run: () => void undelete(ids) },
  });
}

async function undelete(ids: readonly ReleaseId[]): Promise<void> {
  const answer = await attempt(() => request('release:restore', { ids }));
  const first = ids[0];
  if (answer && first) openRelease(first);
}

export async function restoreReleases(ids: readonly ReleaseId[]): Promise<void> {
  if (ids.length === 0) return;
  const next = neighbourOf(ids);
  const answer = await attempt(() => request('release:restore', { ids }));
  if (!answer) return;
  if (useWorkspace.getState().place === 'trash') openRelease(next);
  showToast({ tone: 'done', text: translate('toast.restored', { count: answer.restored }) });
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
