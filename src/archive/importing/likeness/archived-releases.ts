import type { ArchiveStore } from '../../store/archive-store';
import { leaveFingerprints, readFingerprints } from './fingerprints-file';
import type { ComparedReleases } from './likeness-service';

/** The releases of an archive, as texts are compared with them. */
export function archivedReleases(store: ArchiveStore): ComparedReleases {
  return {
    all: () => store.tables.releases.listed(),
    get: (id) => store.tables.releases.get(id),
    body: (id) => store.readBody(id),
    kept: {
      read: (table) => readFingerprints(store.layout, table),
      leave: (table) =>
        store.requireOpenForWriting().then(
          () => leaveFingerprints(store.layout, table),
          () => undefined,
        ),
    },
  };
}
