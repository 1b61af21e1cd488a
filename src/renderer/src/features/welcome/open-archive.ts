import type { ArchiveInfo } from '../../../../shared/archive-info';
import { request } from '../../bridge';
import { archiveOpened } from '../../state/archive';
import { whileOpening } from '../../state/opening';
import { attempt } from '../../state/release-actions';

export async function openFolder(folder: string): Promise<void> {
  await whileOpening(folder, async () => {
    const info = await attempt<ArchiveInfo>(() => request('archive:open', { folder }));
    if (info) archiveOpened(info);
  });
}

/** Asks for a folder and opens it. */
export async function chooseAndOpen(): Promise<void> {
  const chosen = await attempt(() => request('archive:choose', { purpose: 'open' }));
  if (chosen) await openFolder(chosen.folder);
}
