import { basename } from 'node:path';
import type { ArchiveCounts, ArchiveInfo, Institution } from '../shared/archive-info';
import { defaultImportOptions } from '../shared/importing';
import type { Notices } from '../shared/ipc-contract';
import type { ReleaseId } from '../shared/release';
import type { VerifyReport } from '../shared/press-pack';
import { HistoryService } from './history/history-service';
import { UndoService } from './history/undo-service';
import { sweepArrivals } from './importing/batch/arrivals';
import { ImportService } from './importing/batch/import-service';
import { FolderWatch } from './importing/watched/folder-watch';
import { IntakeService } from './importing/intake-service';
import { archivedReleases } from './importing/likeness/archived-releases';
import { LikenessService } from './importing/likeness/likeness-service';
import type { FileReading } from './importing/file-reading';
import { openReading } from './importing/open-reading';
import { RereadingService } from './importing/rereading-service';
import { ReviewService } from './importing/review-service';
import { Staging } from './importing/staging';
import { takeBackUnfiled } from './importing/take-back-unfiled';
import { BackupService } from './keeping/backup-service';
import { migrateIfNeeded } from './keeping/migrations';
import { PackService } from './packs/pack-service';
import { PartnerService } from './partners/partner-service';
import { PhotoService } from './photos/photo-service';
import { Embargoes } from './releases/embargoes';
import { ReleaseComparisons } from './releases/release-comparisons';
import { ReleaseCounts } from './releases/release-counts';
import { Thumbnails } from './photos/thumbnails';
import { ReleaseService } from './releases/release-service';
import { StoryService } from './releases/story-service';
import { SavedSearches } from './search/saved-searches';
import { SearchService } from './search/search-service';
import { ArchiveStore, type OpenOptions } from './store/archive-store';
import { layOutArchive } from './store/new-archive';
import type { ArchiveRecord } from './store/records';
import { verifyArchive, type VerifyOptions } from './store/verify-archive';

export interface ArchiveListeners {
  readonly onChanged?: (notice: Notices['archive:changed']) => void;
  readonly onProgress?: (notice: Notices['work:progress']) => void;
  /** null when an import has ended. */
  readonly onImport?: (notice: Notices['import:progress']) => void;
  readonly onWatch?: (notice: Notices['watch:news']) => void;
}

interface OpenArchiveOptions extends OpenOptions {
  /** Reads files that arrive; in a thread of its own where nobody says otherwise. */
  readonly reading?: FileReading | undefined;
}

/** An open archive: the one door for the window, the command line and the tests. */
export interface Archive {
  readonly folder: string;
  readonly releases: ReleaseService;
  readonly comparisons: ReleaseComparisons;
  readonly history: HistoryService;
  readonly undo: UndoService;
  readonly partners: PartnerService;
  readonly photos: PhotoService;
  readonly thumbnails: Thumbnails;
  readonly packs: PackService;
  readonly intake: IntakeService;
  readonly imports: ImportService;
  /** Looks into the watched folder once it is started. */
  readonly watch: FolderWatch;
  readonly reviews: ReviewService;
  readonly rereading: RereadingService;
  readonly stories: StoryService;
  readonly search: SearchService;
  readonly searches: SavedSearches;
  readonly backups: BackupService;
  readonly counts: ReleaseCounts;
  info(): ArchiveInfo;
  /**
   * What `openArchive` takes to end the lock that keeps this one from writing, if one does.
   * Throws `archive-holder-active` where whoever has it isn't silent for long enough.
   */
  takingOver(): Promise<Pick<OpenOptions, 'takeOver'>>;
  /** Changes what the archive says of its institution. */
  describe(institution: Institution): Promise<ArchiveInfo>;
  /** Re-reads everything against its checksums. */
  verify(options?: VerifyOptions): Promise<VerifyReport>;
  /** Keeps the journal whole until the answered function is called, so that the folder can be copied. */
  holdJournal(): () => void;
  /** Brings every file up to date. */
  save(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Makes a new, empty archive in `folder`, which must not exist yet or be empty, and opens it.
 * Throws `folder-not-empty` and what `openArchive` throws.
 */
export async function createArchive(
  folder: string,
  institution: Institution,
  listeners: ArchiveListeners = {},
): Promise<Archive> {
  await layOutArchive(folder, institution);
  return openArchive(folder, listeners);
}

/**
 * Opens the archive in `folder`. It is read-only, and `info().readOnly` says why, where the folder
 * can't be written, a newer program made it, or somebody else has it open.
 *
 * Throws `archive-missing`, `archive-not-an-archive`, `archive-damaged`.
 */
export async function openArchive(
  folder: string,
  listeners: ArchiveListeners = {},
  { reading = openReading(), ...options }: OpenArchiveOptions = {},
): Promise<Archive> {
  const { readOnly, takeOver } = options;
  if (readOnly !== true) await migrateIfNeeded(folder, undefined, undefined, { takeOver });
  const changed = listeners.onChanged ?? (() => undefined);
  const onStateChanged = (): void => {
    changed({ what: ['archive'] });
  };
  const tellOpening = (done: number, total: number, finished: boolean): void => {
    listeners.onProgress?.({ work: 'open', done, total, unit: 'files', finished });
  };
  const onRead = (done: number, total: number): void => {
    tellOpening(done, total, false);
  };
  const store = await ArchiveStore.open(folder, { onStateChanged, onRead, ...options }).finally(
    () => {
      tellOpening(1, 1, true);
    },
  );
  const embargoes = new Embargoes(store.tables.releases, () => {
    changed({ what: ['releases', 'archive'] });
  });
  const search = new SearchService(store, embargoes, listeners.onProgress ?? (() => undefined));
  const staging = new Staging(store.layout);
  const photos = new PhotoService(store, staging);
  const likeness = new LikenessService(archivedReleases(store));
  const onReleases = async (ids: readonly ReleaseId[]): Promise<void> => {
    await search.update(ids);
    await likeness.update(ids);
    changed({ what: ['releases', 'photos', 'partners', 'archive'] });
  };
  const releases = new ReleaseService(store, staging, photos, onReleases);
  const stories = new StoryService(store, onReleases);
  const partners = new PartnerService(store, async (id, tagged) => {
    await search.update(tagged);
    await search.updatePartner(id);
    changed({ what: ['partners', 'releases', 'archive'] });
  });
  const undo = new UndoService(store, async (touched) => {
    await search.update(touched.releases);
    await likeness.update(touched.releases);
    for (const id of touched.partners) await search.updatePartner(id);
    changed({ what: ['releases', 'photos', 'partners', 'packs', 'archive'] });
  });
  const packs = new PackService(store, () => {
    changed({ what: ['packs', 'archive'] });
  });
  const searches = new SavedSearches(store, () => {
    changed({ what: ['searches'] });
  });
  const backups = new BackupService(
    {
      folder,
      id: () => store.tables.archive.id,
      isEmpty: () => store.tables.releases.size === 0,
      settings: () => store.tables.settings.backup,
      changeSettings: (backup) =>
        store.transact('settings:change', [
          { put: 'settings', record: { ...store.tables.settings, backup } },
        ]),
      save: () => store.save(),
      holdJournal: () => store.holdJournal(),
    },
    {
      onProgress: (work, done, total, finished) => {
        listeners.onProgress?.({ work, done, total, unit: 'files', finished });
      },
      onChanged: () => {
        changed({ what: ['backups'] });
      },
    },
  );
  const counts = new ReleaseCounts(store.tables.releases);
  const info = (): ArchiveInfo => ({
    folder,
    name: basename(folder),
    institution: store.tables.archive.institution,
    readOnly: store.readOnly,
    counts: { ...countsOf(store, counts), embargoed: embargoes.now().length },
    undo: undo.next.undo,
    redo: undo.next.redo,
    warnings: store.warnings,
    backupTrouble: backups.trouble,
  });
  // Sweeping is housekeeping: what it can't do, it does another time.
  if (store.readOnly === null) {
    await takeBackUnfiled(store, staging).catch(() => undefined);
    await staging.sweep(new Date()).catch(() => undefined);
    await sweepArrivals(store.layout);
  }
  const importTools = { store, staging, photos, partners, releases, likeness, reading };
  const imports = new ImportService(importTools, (progress) => {
    listeners.onImport?.(progress);
    const { filesDone: done, files: total } = progress ?? { filesDone: 1, files: 1 };
    const finished = progress === null;
    listeners.onProgress?.({ work: 'import', done, total, unit: 'files', finished });
  });
  const watch = new FolderWatch(
    {
      layout: store.layout,
      watched: () => store.tables.settings.watched,
      change: (watched) =>
        store.transact('settings:change', [
          { put: 'settings', record: { ...store.tables.settings, watched } },
        ]),
      importFiles: async (paths, { status }) =>
        imports.isRunning
          ? null
          : imports.run({
              paths,
              options: { ...defaultImportOptions, status },
              signal: new AbortController().signal,
              workingFolder: folder,
              dryRun: false,
              isByItself: true,
            }),
    },
    {
      tell: (news) => {
        listeners.onWatch?.(news);
      },
      onChanged: () => {
        changed({ what: ['archive'] });
      },
    },
  );
  return {
    folder,
    releases,
    comparisons: new ReleaseComparisons(store),
    history: new HistoryService(store, releases),
    undo,
    partners,
    photos,
    thumbnails: new Thumbnails(store, photos),
    packs,
    search,
    searches,
    backups,
    counts,
    intake: new IntakeService({ store, staging, photos, likeness, reading }),
    imports,
    watch,
    rereading: new RereadingService({ store, photos, releases, likeness, reading }),
    reviews: new ReviewService(store, stories, onReleases),
    stories,
    info,
    takingOver: async () => {
      const takeOver = await store.takingOver();
      return takeOver === null ? {} : { takeOver };
    },
    describe: async (institution) => {
      const record: ArchiveRecord = { ...store.tables.archive, institution };
      await store.transact('archive:describe', [{ put: 'archive', record }]);
      changed({ what: ['archive'] });
      return info();
    },
    verify: async (options) => {
      await store.recordsRead();
      const report = await verifyArchive(store, options);
      const problems = await search.check(options?.signal);
      return { ...report, problems: [...report.problems, ...problems] };
    },
    save: () => store.save(),
    holdJournal: () => store.holdJournal(),
    close: async () => {
      // First of all: it shall begin no import any more.
      const watching = watch.close();
      embargoes.close();
      await imports.close();
      await watching;
      await reading.close();
      await likeness.close();
      await backups.close();
      await search.close();
      await store.close();
    },
  };
}

function countsOf(
  { tables }: ArchiveStore,
  counts: ReleaseCounts,
): Omit<ArchiveCounts, 'embargoed'> {
  return {
    ...counts.places(),
    photos: tables.photos.size,
    partners: tables.partners.size,
    packs: tables.packs.size,
  };
}
