import { mkdtemp, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { PackExport } from '../../../shared/press-pack';
import { ArchiveError } from '../../errors';
import { makeFolderDurably } from '../../store/durable-file';
import { BagWriter, type SealedBag } from './bagit/bag-writer';
import { captionsCsv } from './captions-csv';
import { coverPage } from './cover-page';
import { embargoNotice } from './embargo-notice';
import { textLines } from './lines';
import { readOriginal } from './original-photo';
import { planPack, type PackPlan } from './pack-plan';
import type { PackToExport } from './pack-to-export';
import { freeName, publish } from './publish';
import { releasePage } from './release-page';
import { releaseText } from './release-text';
import { styleSheet } from './style-sheet';
import { writeZip } from './zip-writer';

export type { PackToExport, PhotoToExport, ReleaseToExport } from './pack-to-export';

export interface ExportOptions {
  readonly signal?: AbortSignal;
  /** In files; each counts twice, for the folder and for the ZIP. */
  readonly onProgress?: (done: number, total: number) => void;
  readonly now?: Date;
}

/**
 * Makes in `destination` a folder `<date>-<title>` and a ZIP of it: a bag (BagIt 1.0, RFC 8493)
 * with the pack as pages, texts, original photos and a list of captions. Nothing that is there
 * already is overwritten. Either both are complete and on disk when it resolves, or neither is
 * there. A photo that serves two releases is written once for each.
 *
 * @throws ArchiveError 'pack-empty', 'photo-missing' (details: fileName, headline), 'cancelled'
 */
export async function exportPack(
  pack: PackToExport,
  destination: string,
  options: ExportOptions = {},
): Promise<PackExport> {
  if (pack.releases.length === 0) {
    throw new ArchiveError('pack-empty', `The pack "${pack.title}" holds no release.`, {
      title: pack.title,
    });
  }
  const now = options.now ?? new Date();
  const plan = planPack(pack, now);
  throwIfCancelled(options.signal);
  await makeFolderDurably(destination);
  const work = await mkdtemp(join(destination, `.${plan.name}.partial-`));
  try {
    return await exportThrough(work, plan, destination, now, options);
  } catch (thrown) {
    throwIfCancelled(options.signal);
    throw thrown;
  } finally {
    await rm(work, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function exportThrough(
  work: string,
  plan: PackPlan,
  destination: string,
  now: Date,
  { signal, onProgress }: ExportOptions,
): Promise<PackExport> {
  const filesInFolder = countFiles(plan);
  let done = 0;
  const onFile = (): void => {
    done += 1;
    onProgress?.(Math.min(done, 2 * filesInFolder), 2 * filesInFolder);
  };
  const finished = { folder: join(work, 'bag'), zip: join(work, 'pack.zip') };
  await mkdir(finished.folder);
  const bag = await writeBag(finished.folder, plan, signal, onFile);

  for (;;) {
    const name = await freeName(destination, plan.name);
    const files = bag.files.keys();
    await rm(finished.zip, { force: true });
    await writeZip(finished.zip, {
      folder: finished.folder,
      files,
      topFolder: name,
      modified: now,
      signal,
      onFile,
    });
    throwIfCancelled(signal);
    // The name is also inside the ZIP; where somebody took it meanwhile, another ZIP is written.
    if (!(await publish(finished, destination, name))) continue;
    const folder = join(destination, name);
    return {
      folder,
      zip: `${folder}.zip`,
      files: bag.files.size,
      bytes: bag.bytes,
      seal: { sealedAt: now.toISOString(), name, manifestSha512: bag.manifestSha512 },
    };
  }
}

/** `index.html`, `style.css`, `captions.csv`, two for each release, the photos, four tag files. */
function countFiles({ releases }: PackPlan): number {
  return releases.reduce((count, { photos }) => count + 2 + photos.length, 3 + 4);
}

async function writeBag(
  folder: string,
  plan: PackPlan,
  signal: AbortSignal | undefined,
  onFile: () => void,
): Promise<SealedBag> {
  const writer = new BagWriter(folder, onFile);
  const addText = async (path: string, text: string): Promise<void> => {
    throwIfCancelled(signal);
    await writer.addPayload(path, [Buffer.from(text)]);
  };
  const { pack, releases } = plan;
  await addText('index.html', coverPage(plan));
  await addText('style.css', styleSheet);
  for (const planned of releases) {
    await addText(planned.html, releasePage(plan, planned));
    await addText(planned.text, releaseText(planned, pack.contact));
    for (const photo of planned.photos) {
      throwIfCancelled(signal);
      await writer.addPayload(photo.file, readOriginal(photo, planned.release.headline, signal));
    }
  }
  await addText('photos/captions.csv', captionsCsv(plan));
  throwIfCancelled(signal);
  return writer.seal([
    ['Source-Organization', pack.institution.name],
    ['Contact-Name', textLines(pack.contact)[0] ?? ''],
    [
      'External-Description',
      plan.embargo === null ? pack.title : `${pack.title}. ${embargoNotice(plan.embargo, 'en')}`,
    ],
    ['External-Identifier', pack.id],
    ['Bagging-Date', plan.date],
    ['Bag-Software-Agent', 'Press Archive'],
  ]);
}

function throwIfCancelled(signal: AbortSignal | undefined): void {
  if (signal?.aborted === true) {
    throw new ArchiveError('cancelled', 'The export was cancelled; nothing was left behind.');
  }
}
