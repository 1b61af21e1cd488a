import { create } from 'zustand';
import type { Settings } from '../../../shared/ipc-contract';
import type { PackId, PressPack } from '../../../shared/press-pack';
import type { ReleaseId } from '../../../shared/release';
import { request } from '../bridge';
import { translate } from '../i18n';
import { queryClient, useRequest } from '../requests';
import { attempt } from './attempt';
import { changeSettings, fallbackSettings, useSettings } from './settings';
import { showToast } from './toasts';

/*
 * A tray is a pack that is being filled, no other kind of object: the settings name it. They are one
 * person's on one computer, so that two people can fill packs of their own. The ids of packs are
 * unique over all archives: the one that this archive has is its tray.
 */

const mostRemembered = 100;

const noPacks: readonly PressPack[] = [];

export function trayOf(
  trayPackIds: readonly PackId[],
  packs: readonly PressPack[],
): PressPack | null {
  for (const id of trayPackIds) {
    const pack = packs.find((each) => each.id === id);
    if (pack) return pack;
  }
  return null;
}

/** The ids to remember when this pack, or none, is to be the one of its archive. */
export function withTray(
  trayPackIds: readonly PackId[],
  packs: readonly PressPack[],
  chosen: PackId | null,
): readonly PackId[] {
  const here = new Set(packs.map(({ id }) => id));
  const elsewhere = trayPackIds.filter((id) => !here.has(id) && id !== chosen);
  return [...(chosen === null ? [] : [chosen]), ...elsewhere].slice(0, mostRemembered);
}

export function useTray(): PressPack | null {
  const isOpen = useRequest('archive:info', null).data != null;
  const { data: packs = noPacks } = useRequest('pack:list', null, { enabled: isOpen });
  const { trayPackIds } = useSettings();
  return trayOf(trayPackIds, packs);
}

function known(): { readonly settings: Settings; readonly packs: readonly PressPack[] } {
  return {
    settings: queryClient.getQueryData<Settings>(['settings:read', null]) ?? fallbackSettings,
    packs: queryClient.getQueryData<readonly PressPack[]>(['pack:list', null]) ?? noPacks,
  };
}

export function currentTray(): PressPack | null {
  const { settings, packs } = known();
  return trayOf(settings.trayPackIds, packs);
}

export async function collectInto(packId: PackId | null): Promise<void> {
  const { settings, packs } = known();
  await changeSettings({ trayPackIds: withTray(settings.trayPackIds, packs, packId) });
}

export function closeTray(): Promise<void> {
  return collectInto(null);
}

/* The key may be struck faster than a pack is saved, and each change builds on the one before. */
let last: Promise<unknown> = Promise.resolve();

function inOrder<T>(work: () => Promise<T>): Promise<T | undefined> {
  const next = last.then(() => attempt(work));
  last = next;
  return next;
}

/** The tray as the archive has it now, not as it was last shown. */
async function trayNow(): Promise<PressPack | null> {
  const packs = await request('pack:list', null);
  return trayOf(known().settings.trayPackIds, packs);
}

/**
 * Puts releases with all of their photos into the tray; begins one where there is none. Which one it is
 * isn't decided here: another window may be beginning one just now.
 */
export async function addToTray(ids: readonly ReleaseId[]): Promise<void> {
  await inOrder(async () => {
    const title = translate('pack.untitled');
    // The tray shows it, and has the way back: no message besides.
    const { pack, changed } = await request('pack:collect', { title, add: ids });
    if (changed > 0) return;
    const name = pack.title || title;
    showToast({ tone: 'done', text: translate('toast.alreadyInPack', { pack: name }) });
  });
}

export async function takeOutOfTray(id: ReleaseId): Promise<void> {
  await inOrder(async () => {
    const tray = await trayNow();
    if (tray === null) return;
    await request('pack:change-items', { id: tray.id, add: [], remove: [id] });
  });
}

export async function clearTray(): Promise<void> {
  await inOrder(async () => {
    const tray = await trayNow();
    if (tray === null || tray.items.length === 0) return;
    const remove = tray.items.map(({ releaseId }) => releaseId);
    await request('pack:change-items', { id: tray.id, add: [], remove });
  });
}

/** Releases on their way by the pointer. */
export const draggedType = 'application/x-press-archive-releases';

export const useDraggedReleases = create<{ readonly ids: readonly ReleaseId[] }>(() => ({
  ids: [],
}));

export function dragReleases(ids: readonly ReleaseId[]): void {
  useDraggedReleases.setState({ ids });
}
