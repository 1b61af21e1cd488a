import { dirname } from 'node:path';
import { renamePatiently } from './durable-file';
import type { Layout } from './layout';
import { Listing } from './listing';

/** The listing that the last closing left. An archive without one is opened all the same. */
export async function readListing(layout: Layout): Promise<Listing> {
  try {
    return new Listing(await layout.files.readFile(layout.listingFile));
  } catch {
    return new Listing();
  }
}

/**
 * Leaves the listing for the next opening. Nothing is fsynced, and nobody hears of a failure: what
 * isn't whole isn't used. Only for whoever has the lock.
 */
export async function leaveListing(layout: Layout, listing: Listing): Promise<void> {
  if (!listing.isStale) return;
  const { files, listingFile } = layout;
  const partial = `${listingFile}.partial`;
  try {
    await files.mkdir(dirname(listingFile));
    await files.rm(partial);
    const handle = await files.open(partial, 'wx');
    try {
      await handle.writeFile(listing.encode());
    } finally {
      await handle.close();
    }
    await renamePatiently(partial, listingFile, files);
  } catch {
    await files.rm(partial).catch(() => undefined);
  }
}
