import { create } from 'zustand';
import type { ArchiveInfo } from '../../../../shared/archive-info';
import { lastEmbargo } from '../../../../shared/embargo';
import type { ReleaseDetails } from '../../../../shared/ipc-contract';
import type { ReleaseId } from '../../../../shared/release';
import { request } from '../../bridge';
import { ask, queryClient } from '../../requests';
import { attempt } from '../../state/attempt';
import { agreeTo } from '../embargo/hand-out';

/** More at once would be somebody's whole archive on paper by mistake. */
export const mostPrinted = 50;
/** A photo that isn't there by then is left out. Milliseconds. */
const patienceMs = 10_000;

interface Printing {
  readonly institution: string;
  readonly releases: readonly ReleaseDetails[];
}

/** What is on its way to the printer; nothing else of the window is printed. */
export const usePrinting = create<{ readonly printing: Printing | null }>(() => ({
  printing: null,
}));

/** Typesets releases for paper and asks for a printer. */
export async function printReleases(ids: readonly ReleaseId[]): Promise<void> {
  if (usePrinting.getState().printing !== null) return;
  try {
    await attempt(async () => {
      const releases = await Promise.all(ids.map((id) => ask('release:read', { id })));
      // Of all that is printed, also out of the trash, from which nothing else is handed out.
      const embargo = lastEmbargo(
        releases.map(({ release }) => release),
        Date.now(),
      );
      if (embargo !== null && !(await agreeTo('print', embargo))) return;
      const archive = queryClient.getQueryData<ArchiveInfo | null>(['archive:info', null]);
      const institution = archive?.institution.name ?? '';
      usePrinting.setState({ printing: { institution, releases } });
      await sheetsReady();
      await request('window:print', null);
    });
  } finally {
    usePrinting.setState({ printing: null });
  }
}

/** Resolves when the sheets are laid out with their letters and photos. */
async function sheetsReady(): Promise<void> {
  await new Promise((resolve) => requestAnimationFrame(resolve));
  await new Promise((resolve) => setTimeout(resolve, 0));
  const photos = [...document.querySelectorAll<HTMLImageElement>('.print-sheets img')];
  const loaded = Promise.all([
    document.fonts.ready,
    ...photos.map((photo) => photo.decode().catch(() => undefined)),
  ]);
  await Promise.race([loaded, new Promise((resolve) => setTimeout(resolve, patienceMs))]);
}
