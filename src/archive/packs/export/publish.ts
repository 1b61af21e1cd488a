import { lstat, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { systemErrorCode } from '../../errors';
import { renamePatiently, syncFolder } from '../../store/durable-file';

/** The wanted name, or with ` (2)`, ` (3)` … the first that neither a folder nor a ZIP has. */
export async function freeName(destination: string, wanted: string): Promise<string> {
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? wanted : `${wanted} (${number})`;
    const path = join(destination, name);
    if (!(await exists(path)) && !(await exists(`${path}.zip`))) return name;
  }
}

/**
 * Moves a finished folder and ZIP to their names. False where somebody took a name meanwhile:
 * then nothing was moved.
 */
export async function publish(
  finished: { readonly folder: string; readonly zip: string },
  destination: string,
  name: string,
): Promise<boolean> {
  const folder = join(destination, name);
  const zip = `${folder}.zip`;
  // A rename would silently replace a file, so the ZIP's name is first taken by an empty one.
  if ((await exists(folder)) || !(await takeName(zip))) return false;
  try {
    await renamePatiently(finished.folder, folder);
  } catch (thrown) {
    await rm(zip, { force: true });
    if (await exists(folder)) return false;
    throw thrown;
  }
  try {
    await renamePatiently(finished.zip, zip);
    await syncFolder(destination);
  } catch (thrown) {
    await rm(zip, { force: true });
    await rm(folder, { recursive: true, force: true });
    throw thrown;
  }
  return true;
}

async function takeName(path: string): Promise<boolean> {
  try {
    await (await open(path, 'wx')).close();
    return true;
  } catch (thrown) {
    if (systemErrorCode(thrown) === 'EEXIST') return false;
    throw thrown;
  }
}

async function exists(path: string): Promise<boolean> {
  try {
    await lstat(path);
    return true;
  } catch (thrown) {
    if (systemErrorCode(thrown) === 'ENOENT') return false;
    throw thrown;
  }
}
