import { access, constants, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { tempFolder } from '../../support/temp-folder';

const inMemory = '/dev/shm';

/**
 * A temporary folder in memory where the system has one: for disks whose faults and cuts are simulated,
 * and of which thousands are filled and removed.
 */
export async function quickFolder(): Promise<string> {
  try {
    await access(inMemory, constants.W_OK);
  } catch {
    return tempFolder();
  }
  const folder = await mkdtemp(join(inMemory, 'press-archive-test-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}
