import type { WorkProgress } from '../../shared/ipc-contract';
import type { ReleaseId } from '../../shared/release';
import { ArchiveError } from '../errors';
import type { ArchiveStore } from '../store/archive-store';
import { AnalystThreadLost } from './index/building/analyst-thread';
import type { IndexFolder } from './index-folder';
import { analystsFor, localAnalysts, type OpenAnalysts } from './open-analysts';
import type { SearchDocument } from './search-document';
import type { SearchDocuments } from './search-documents';
import { SearchIndex } from './search-index';

/** Texts that are read at once while an index is made. */
const readAtOnce = 32;
/** Releases between two reports of progress. */
const reportEvery = 50;

interface IndexMaking {
  readonly store: ArchiveStore;
  readonly documents: SearchDocuments;
  /** Null where nothing may be written. */
  readonly folder: IndexFolder | null;
  readonly onProgress: (progress: WorkProgress) => void;
  readonly isClosed: () => boolean;
}

/**
 * A new index of all releases; null where the archive was closed meanwhile. Throws `cancelled` where
 * that is noticed while texts are read.
 */
export async function makeIndex(
  making: IndexMaking,
  openAnalysts: (documents: number) => OpenAnalysts = analystsFor,
): Promise<SearchIndex | null> {
  const ids = [...making.store.tables.releases.keys()];
  try {
    return await made(making, ids, openAnalysts(ids.length));
  } catch (thrown) {
    if (!(thrown instanceof AnalystThreadLost)) throw thrown;
    // What ended a thread, too little memory for one, needn't end this one.
    return made(making, ids, localAnalysts);
  }
}

async function made(
  making: IndexMaking,
  ids: readonly ReleaseId[],
  openAnalysts: OpenAnalysts,
): Promise<SearchIndex | null> {
  const index = new SearchIndex(making.folder);
  try {
    await index.fill(documentsOf(making, ids), openAnalysts);
  } catch (thrown) {
    index.close();
    throw thrown;
  }
  if (making.isClosed()) {
    index.close();
    return null;
  }
  if (ids.length >= reportEvery) tell(making, ids.length, ids.length, true);
  return index;
}

async function* documentsOf(
  making: IndexMaking,
  ids: readonly ReleaseId[],
): AsyncGenerator<SearchDocument> {
  const { store, documents, isClosed } = making;
  for (let from = 0; from < ids.length; from += readAtOnce) {
    if (isClosed()) throw new ArchiveError('cancelled', 'The archive was closed.');
    const batch = ids.slice(from, from + readAtOnce);
    const read = await Promise.all(
      batch.map(async (id) => {
        const record = store.tables.releases.get(id);
        return record === undefined ? null : documents.documentOf(record);
      }),
    );
    for (const document of read) if (document !== null) yield document;
    const done = from + batch.length;
    if (done % (reportEvery * readAtOnce) < readAtOnce && done < ids.length) {
      tell(making, done, ids.length, false);
    }
  }
}

function tell({ onProgress }: IndexMaking, done: number, total: number, finished: boolean): void {
  onProgress({ work: 'index', done, total, unit: 'releases', finished });
}
