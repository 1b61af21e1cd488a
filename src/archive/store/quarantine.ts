import { basename, join } from 'node:path';
import { systemErrorCode } from '../errors';
import { makeFolderDurably, renamePatiently, syncFile, syncFolder } from './durable-file';
import type { Layout } from './layout';

/** Moves a damaged file to `quarantine/`. Nothing happens where the file isn't there. */
export async function putAside(layout: Layout, path: string): Promise<void> {
  const stamp = new Date().toISOString().replaceAll(/[:.]/g, '-');
  const name = layout.nameOf(path).replaceAll('/', '-');
  await makeFolderDurably(layout.quarantineFolder, layout.files);
  try {
    await renamePatiently(path, join(layout.quarantineFolder, `${name}.${stamp}`), layout.files);
  } catch (thrown) {
    if (systemErrorCode(thrown) !== 'ENOENT') throw thrown;
  }
  await syncFolder(layout.quarantineFolder, layout.files);
}

/**
 * Copies a damaged file to `quarantine/`, as `<name>.<mark>`. The mark says what is damaged about it:
 * the same damage is copied once, however often it is met.
 */
export async function copyAside(layout: Layout, path: string, mark: string): Promise<void> {
  const target = join(layout.quarantineFolder, `${basename(path)}.${mark}`);
  await makeFolderDurably(layout.quarantineFolder, layout.files);
  await layout.files.copyFile(path, target);
  await syncFile(target, layout.files);
  await syncFolder(layout.quarantineFolder, layout.files);
}
