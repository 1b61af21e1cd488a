import { systemErrorCode } from '../errors';
import type { Layout } from './layout';

/** The names in a folder; none where there is no such folder. */
export async function namesIn(layout: Layout, folder: string): Promise<string[]> {
  try {
    return await layout.files.readdir(folder);
  } catch (thrown) {
    if (systemErrorCode(thrown) === 'ENOENT') return [];
    throw thrown;
  }
}
