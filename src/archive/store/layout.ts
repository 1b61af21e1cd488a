import { join, relative, sep } from 'node:path';
import type { Photo } from '../../shared/photo';
import { realFiles, type FileLayer } from './file-layer';

/** Where things lie inside an archive's folder, and the layer through which they are reached. */
export class Layout {
  readonly folder: string;
  readonly files: FileLayer;

  constructor(folder: string, files: FileLayer = realFiles) {
    this.folder = folder;
    this.files = files;
  }

  get archiveFile(): string {
    return join(this.folder, 'archive.json');
  }
  get readmeFile(): string {
    return join(this.folder, 'README.txt');
  }
  get lockFile(): string {
    return join(this.folder, 'lock.json');
  }
  get partnersFile(): string {
    return join(this.folder, 'partners.json');
  }
  get packsFile(): string {
    return join(this.folder, 'packs.json');
  }
  get settingsFile(): string {
    return join(this.folder, 'settings.json');
  }
  get journalFolder(): string {
    return join(this.folder, 'journal');
  }
  get releasesFolder(): string {
    return join(this.folder, 'releases');
  }
  get photosFolder(): string {
    return join(this.folder, 'photos');
  }
  get sourcesFolder(): string {
    return join(this.folder, 'sources');
  }
  /** Files that were given to the program and not filed yet. */
  get stagedFolder(): string {
    return join(this.folder, 'cache', 'staged');
  }
  /** Earlier revisions of releases, and what can be undone. */
  get historyFolder(): string {
    return join(this.folder, 'history');
  }
  get undoFile(): string {
    return join(this.historyFolder, 'undo.json');
  }
  /** What lists need of every release, so that opening parses no shard for them. */
  get listingFile(): string {
    return join(this.folder, 'cache', 'listing.log');
  }
  /** The search index. */
  get searchFolder(): string {
    return join(this.folder, 'cache', 'search');
  }
  /** What finds releases that resemble each other. */
  get fingerprintsFile(): string {
    return join(this.folder, 'cache', 'fingerprints.bin');
  }
  /** What is unpacked or was given from a window, while it is imported. */
  get arrivalsFolder(): string {
    return join(this.folder, 'cache', 'arrivals');
  }
  /** What the import that is under way was given. */
  get importFile(): string {
    return join(this.folder, 'cache', 'import.json');
  }
  /** What became of its files so far: a row of its report a line, as JSON. */
  get importRowsFile(): string {
    return join(this.folder, 'cache', 'import-rows.log');
  }
  /** What was read of the watched folder. */
  get watchedFile(): string {
    return join(this.folder, 'cache', 'watched.json');
  }
  get thumbnailsFolder(): string {
    return join(this.folder, 'cache', 'thumbnails');
  }
  get quarantineFolder(): string {
    return join(this.folder, 'quarantine');
  }
  /** A second copy of every JSON file, under the same relative name. */
  get copiesFolder(): string {
    return join(this.folder, 'copies');
  }

  copyOf(path: string): string {
    return join(this.copiesFolder, relative(this.folder, path));
  }
  /** The name that people are told: relative, with slashes. */
  nameOf(path: string): string {
    return relative(this.folder, path).split(sep).join('/');
  }

  /** `month` is '2022-08' or 'undated'; `part` counts from 1. */
  shardFile(month: string, part: number): string {
    return join(this.releasesFolder, part === 1 ? `${month}.json` : `${month}.${part}.json`);
  }
  bodyFile(month: string, id: string): string {
    return join(this.releasesFolder, month, `${id}.md`);
  }
  /** By the end of the id: its beginning is the time of filing, and would fill one folder. */
  revisionFile(id: string, revision: number): string {
    return join(this.historyFolder, id.slice(-2), `${id}.${String(revision)}.json`);
  }
  photoIndexFile(prefix: string): string {
    return join(this.photosFolder, `index-${prefix}.json`);
  }
  photoFile(photo: Pick<Photo, 'id' | 'format'>): string {
    return join(this.photosFolder, photo.id.slice(0, 2), `${photo.id}.${photo.format}`);
  }
  thumbnailFile(photoId: string): string {
    return join(this.thumbnailsFolder, photoId.slice(0, 2), `${photoId}.webp`);
  }
  sourceFile(sha256: string): string {
    return join(this.sourcesFolder, sha256.slice(0, 2), sha256);
  }
  stagedFile(sha256: string): string {
    return join(this.stagedFolder, sha256);
  }
}

/** The month under which a release is kept; undated releases have a place of their own. */
export function monthOf(publicationDate: string | null): string {
  return publicationDate === null ? 'undated' : publicationDate.slice(0, 7);
}
