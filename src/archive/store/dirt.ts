import type { ArchiveSettings } from '../../shared/archive-settings';
import type { Partner } from '../../shared/partner';
import type { Photo } from '../../shared/photo';
import type { PressPack } from '../../shared/press-pack';
import type { ArchiveRecord, ReleaseRecord } from './records';
import type { UnsavedRevision } from './revisions';
import type { UndoRecord } from './undo-log';

/** What has changed since it was last written to its file. */
export interface Dirt {
  archive: boolean;
  settings: boolean;
  undo: boolean;
  partners: boolean;
  packs: boolean;
  /** Keys of release shards: '2022-08/1'. */
  readonly shards: Set<string>;
  /** Two-digit prefixes of photo index files. */
  readonly photoIndexes: Set<string>;
}

export function cleanDirt(): Dirt {
  return {
    archive: false,
    settings: false,
    undo: false,
    partners: false,
    packs: false,
    shards: new Set(),
    photoIndexes: new Set(),
  };
}

export function addDirt(to: Dirt, more: Dirt): void {
  to.archive ||= more.archive;
  to.settings ||= more.settings;
  to.undo ||= more.undo;
  to.partners ||= more.partners;
  to.packs ||= more.packs;
  for (const key of more.shards) to.shards.add(key);
  for (const key of more.photoIndexes) to.photoIndexes.add(key);
}

/** The body of one release, to be written to its Markdown file. */
export interface UnsavedBody {
  readonly month: string;
  readonly record: ReleaseRecord;
  readonly body: string;
}

/**
 * The content of all dirty files at one instant. Records never change, so holding them costs nothing;
 * changes that come while the files are being written are not in it.
 */
export interface Snapshot {
  readonly dirt: Dirt;
  readonly archive: ArchiveRecord | null;
  readonly settings: ArchiveSettings | null;
  readonly undo: UndoRecord | null;
  readonly partners: readonly Partner[] | null;
  readonly packs: readonly PressPack[] | null;
  readonly shards: readonly { readonly name: string; readonly records: readonly ReleaseRecord[] }[];
  readonly photoIndexes: readonly { readonly prefix: string; readonly records: readonly Photo[] }[];
  readonly bodies: readonly UnsavedBody[];
  readonly revisions: readonly UnsavedRevision[];
  /** Markdown files in the folder of a month in which their release no longer is. */
  readonly leftBodies: readonly LeftBody[];
}

export interface LeftBody {
  /** The month whose folder the file is still in. */
  readonly from: string;
  /** The month in whose folder it belongs. */
  readonly to: string;
  readonly id: string;
  /** The release as it is now. */
  readonly record: ReleaseRecord;
}
