import { z } from 'zod';
import type { ArchiveInfo, TagList } from './archive-info';
import type { BackupState, BackupWork, RestoredArchive } from './backup';
import type { CommandId } from './command-ids';
import { embargoAt } from './embargo';
import {
  importResults,
  type ImportProgress,
  type ImportRows,
  type ImportState,
  type ImportSummary,
  type WatchNews,
  type WatchState,
} from './importing';
import type { Intake } from './intake';
import { menuModel } from './menu-model';
import { maxThumbnailBytes, type Photo, type ThumbnailState } from './photo';
import { partnerKinds, type Partner, type PartnerSummary } from './partner';
import {
  mostPackItems,
  type PackExport,
  type PackId,
  type PackRemark,
  type PressPack,
  type VerifyReport,
} from './press-pack';
import { releaseLanguages, releaseStatuses, type Release } from './release';
import type { ReleaseComparison } from './release-comparison';
import type { ReleaseHistory, RevisionDiff, UndoableStep } from './release-history';
import type { Failure, Reply } from './reply';
import { reviewDecisions } from './review';
import type { StoryView } from './story';
import {
  facetNames,
  listPlaces,
  sortOrders,
  type FacetName,
  type FacetValue,
  type FindPage,
  type SavedSearch,
} from './search';
import {
  listLayouts,
  sidebarSections,
  valueFields,
  type ListLayout,
  type SidebarSection,
} from './window-choices';

/*
 * All that the window can ask or hear. A request is a channel, a schema for its argument and the
 * type of its answer; main validates every argument against the schema before a handler sees it.
 */

const id = z.uuid();
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const isoDate = z.iso.date();
const line = z.string().max(2_000);
const text = z.string().max(20_000_000);
const folder = z.string().min(1).max(4_096);

/** The instant is worked out anew from the other two. */
const embargo = z
  .strictObject({
    local: z.string().max(16),
    zone: z.string().max(100),
    until: z.string().max(40),
  })
  .refine(({ local, zone }) => embargoAt(local, zone) !== null);

const credit = z.strictObject({ name: line, organisation: line });

const releaseContent = z.strictObject({
  language: z.enum(releaseLanguages),
  status: z.enum(releaseStatuses),
  headline: line,
  subheadline: line,
  dateline: line,
  byline: line,
  publicationDate: isoDate.nullable(),
  eventDate: isoDate.nullable(),
  embargo: embargo.nullable(),
  body: text,
  boilerplate: z.string().max(100_000),
  mediaContact: z.string().max(20_000),
  textCredit: credit.nullable(),
  photoCredit: credit.nullable(),
  people: z.array(z.strictObject({ name: line, title: line })).max(1_000),
  tags: z.array(line).max(200),
  partnerIds: z.array(id).max(500),
  photos: z
    .array(
      z.strictObject({
        photoId: sha256,
        caption: z.string().max(20_000),
        altText: z.string().max(20_000),
        creditLine: line,
      }),
    )
    .max(500),
});

const releaseSource = z.strictObject({
  fileName: line,
  sha256,
  bytes: z.number().int().nonnegative(),
  encoding: z.string().max(40),
  part: line.optional(),
});

const importOptions = z.strictObject({
  status: z.enum(['draft', 'filed']),
  tags: z.array(line).max(200),
  partnerIds: z.array(id).max(500),
  addPartners: z.boolean(),
  encoding: z.string().max(40).nullable(),
  again: z.boolean(),
  mediaFolder: folder.nullable(),
});

const partnerContent = z.strictObject({
  name: z.string().trim().min(1).max(500),
  aliases: z.array(z.strictObject({ name: line, language: z.string().max(35) })).max(200),
  kind: z.enum(partnerKinds),
  country: z.string().max(2),
  note: z.string().max(20_000),
});

/** Changes of one group that follow one another are undone together. */
const group = id.optional();
const revision = z.number().int().positive();

const manyChange = z.strictObject({
  addTags: z.array(line).max(200),
  removeTags: z.array(line).max(200),
  addPartnerIds: z.array(id).max(500),
  removePartnerIds: z.array(id).max(500),
  status: z.enum(releaseStatuses).nullable(),
  language: z.enum(releaseLanguages).nullable(),
});

const packContent = z.strictObject({
  title: line,
  coverNote: z.string().max(100_000),
  contact: z.string().max(20_000),
  items: z
    .array(z.strictObject({ releaseId: id, photoIds: z.array(sha256).max(500) }))
    .max(mostPackItems),
});

const findQuery = z.strictObject({
  text: z.string().max(10_000),
  partnerIds: z.array(id).max(50),
  tags: z.array(line).max(50).optional(),
  place: z.enum(listPlaces),
  year: z.number().int().min(0).max(9_999).nullable(),
  sort: z.enum(sortOrders),
  offset: z.number().int().nonnegative(),
  limit: z.number().int().min(1).max(500),
  typing: z.boolean().optional(),
  recency: z.boolean().optional(),
  facets: z.boolean().optional(),
  months: z.boolean().optional(),
});

const searchName = z.string().trim().min(1).max(100);

/** Backups that stay: a number that nobody means would fill the disk. */
const kept = z.number().int().min(0).max(1_000);

/** One schema per channel: the argument that the handler gets. Channels without one take null. */
export const requestSchemas = {
  'archive:info': z.null(),
  'archive:recent': z.null(),
  /** Why the archive that should have opened at the start couldn't; null where nothing went wrong. */
  'archive:trouble': z.null(),
  /** Asks the person for a folder; answers null where they thought better of it. */
  'archive:choose': z.strictObject({ purpose: z.enum(['open', 'create', 'pack', 'restore']) }),
  'archive:open': z.strictObject({ folder }),
  'archive:create': z.strictObject({ folder, institutionName: line, otherNames: z.array(line) }),
  /** Opens the sample archive, which is made where it isn't there yet. */
  'sample:open': z.null(),
  /** Stops the making of it. */
  'sample:cancel': z.null(),
  'archive:close': z.null(),
  /** The archive that is open, in its newest state; for writing where nobody else has it. */
  'archive:reopen': z.null(),
  /** The same, ending the lock of somebody who gave no sign of life for long. */
  'archive:take-over': z.null(),
  'archive:describe': z.strictObject({ institutionName: line, otherNames: z.array(line) }),

  'intake:text': z.strictObject({ text }),
  'intake:file': z.strictObject({
    fileName: line,
    bytes: z.custom<Uint8Array>((value) => value instanceof Uint8Array),
    /** Read a text with this encoding instead of the detected one. */
    encoding: z.string().max(40).nullable(),
  }),

  /** Asks the person for what to import; answers null where they thought better of it. */
  'import:choose': z.strictObject({ what: z.enum(['files', 'folder', 'media']) }),
  /** A file that was dropped on the window, for an import of the folder that is answered. */
  'import:give': z.strictObject({
    batch: id,
    /** Relative to what was dropped. */
    path: folder,
    bytes: z.custom<Uint8Array>((value) => value instanceof Uint8Array),
  }),
  /** Resolves when it has ended; only for paths that the person has chosen or given. */
  'import:start': z.strictObject({
    paths: z.array(folder).min(1).max(10_000),
    options: importOptions,
  }),
  /** Goes on with the one that didn't end. */
  'import:resume': z.null(),
  'import:forget': z.null(),
  'import:cancel': z.null(),
  'import:state': z.null(),
  'import:rows': z.strictObject({
    offset: z.number().int().nonnegative(),
    limit: z.number().int().min(1).max(500),
    result: z.enum(importResults).nullable(),
  }),
  /** Asks where to, and writes the last report as CSV. */
  'import:save-report': z.null(),
  'watch:state': z.null(),
  /** Asks for the folder to watch; answers null where the person thought better of it. */
  'watch:choose': z.null(),
  /** How what is found in the watched folder is filed; null: it isn't watched any more. */
  'watch:change': z.strictObject({ status: z.enum(['draft', 'filed']).nullable() }),
  'review:decide': z.strictObject({ id, decision: z.enum(reviewDecisions) }),
  'story:view': z.strictObject({ id }),
  /** `filing` is the group in which one of them was filed just now. */
  'story:link': z.strictObject({ ids: z.array(id).min(2).max(20), filing: group }),
  'story:unlink': z.strictObject({ id }),

  'release:file': z.strictObject({
    content: releaseContent,
    source: releaseSource.nullable(),
    group,
  }),
  'release:revise': z.strictObject({
    id,
    /** The revision that the person saw; a newer one on disk refuses the change. */
    basedOn: revision,
    content: releaseContent,
    /** The file that says what is new; absent: the one of before stays. */
    source: releaseSource.optional(),
    group,
  }),
  'release:read': z.strictObject({ id }),
  'release:delete': z.strictObject({ ids: z.array(id).min(1).max(100_000) }),
  'release:restore': z.strictObject({ ids: z.array(id).min(1).max(100_000) }),
  /** The same change for many releases, as one. */
  'release:edit-many': z.strictObject({ ids: z.array(id).min(1).max(100_000), change: manyChange }),
  'release:history': z.strictObject({ id }),
  'release:compare': z.strictObject({ id, from: revision, to: revision }),
  'release:restore-revision': z.strictObject({ id, revision, basedOn: revision }),
  'release:find': findQuery,
  /** Two releases beside each other. */
  'release:compare-two': z.strictObject({ left: id, right: id }),
  /** A release, left, beside what a form holds. */
  'release:compare-unfiled': z.strictObject({ id, content: releaseContent }),

  /** The tags that most releases have. */
  'tag:list': z.strictObject({ limit: z.number().int().min(1).max(100_000) }),

  /** Whether a photo has a thumbnail, else the original's bytes for the window to make one of. */
  'photo:thumbnail': z.strictObject({ id: sha256 }),
  'photo:keep-thumbnail': z.strictObject({
    id: sha256,
    bytes: z.custom<Uint8Array>(
      (value) => value instanceof Uint8Array && value.length <= maxThumbnailBytes,
    ),
  }),

  /** Values that begin with what was typed, the most frequent first. */
  'search:values': z.strictObject({
    field: z.enum(valueFields),
    prefix: z.string().max(500),
    limit: z.number().int().min(1).max(100),
  }),
  'search:saved': z.null(),
  /** A name that is taken becomes the name of this one. */
  'search:save': z.strictObject({
    name: searchName,
    text: z.string().trim().min(1).max(10_000),
    sort: z.enum(sortOrders),
  }),
  'search:rename': z.strictObject({ id, name: searchName }),
  'search:forget': z.strictObject({ id }),

  'undo:undo': z.null(),
  'undo:redo': z.null(),

  'partner:list': z.null(),
  'partner:add': z.strictObject({ content: partnerContent, group }),
  'partner:revise': z.strictObject({ id, content: partnerContent }),
  /** `id` stays; the others become names of it. */
  'partner:merge': z.strictObject({ id, merged: z.array(id).min(1).max(500) }),

  'pack:list': z.null(),
  'pack:create': packContent.extend({ group }),
  'pack:revise': z.strictObject({ id, content: packContent, group }),
  /** Puts releases with all their photos at its end, or takes some out, whatever others did to it meanwhile. */
  'pack:change-items': z.strictObject({
    id,
    add: z.array(id).max(mostPackItems),
    remove: z.array(id).max(mostPackItems),
    group,
  }),
  'pack:delete': z.strictObject({ id }),
  'pack:check': z.strictObject({ id }),
  /** Asks for the folder that the pack goes to; answers null where the person thought better of it. */
  'pack:export': z.strictObject({ id }),
  'pack:verify': z.strictObject({ path: folder }),

  'archive:verify': z.null(),
  'backup:state': z.null(),
  /** Makes one now, and proves it where the settings say so. */
  'backup:make': z.null(),
  /** Restores the newest one for trial. */
  'backup:rehearse': z.null(),
  /** Stops what is under way with the backups. */
  'backup:cancel': z.null(),
  'backup:change-settings': z.strictObject({
    every: z.enum(['day', 'week', 'never']).optional(),
    /** null: beside the archive. */
    folder: folder.nullable().optional(),
    rehearse: z.boolean().optional(),
    keepDaily: kept.optional(),
    keepWeekly: kept.optional(),
    keepMonthly: kept.optional(),
  }),
  /** Asks for the folder that backups go to; answers null where the person thought better of it. */
  'backup:choose-folder': z.null(),
  /** Makes an archive in a new or empty folder out of the backup of that name. */
  'backup:restore': z.strictObject({ backup: line, folder }),
  'work:cancel': z.null(),
  'shell:reveal': z.strictObject({ path: folder }),
  /** The window's forms of an archive that aren't filed yet, as text of the window's own making. */
  'form:keep': z.strictObject({ folder, text: z.string().max(100_000_000).nullable() }),
  'form:kept': z.null(),
  /** What `form:kept` answered can't be shown: it waits for another window, or for this one `again`. */
  'form:give-back': z.strictObject({
    folder,
    text: z.string().max(100_000_000),
    again: z.boolean(),
  }),
  'menu:show': menuModel,
  /** Another window on the same archive. */
  'window:open': z.null(),
  /** Asks for a printer, and prints the page as its print styles say. */
  'window:print': z.null(),
  /** What was given to the program from outside: each is answered once, to the window that asks first. */
  'given:folder': z.null(),
  'given:files': z.null(),
  /** The content of a file that was given, by the number that `given:files` said. */
  'given:read': z.strictObject({ number: z.number().int().nonnegative() }),
  /** The pointer takes a photo of a release out of the window, as a copy. */
  'drag:photo': z.strictObject({ releaseId: id, photoId: sha256 }),
  /** The same of a release, as a text file. */
  'drag:release': z.strictObject({ id }),
  /** Asks where to, and writes what helps to find a fault: numbers and events, nothing of any content. */
  'diagnostics:save': z.null(),
  'notification:show': z.strictObject({ title: z.string().max(200), text: z.string().max(500) }),
  'settings:read': z.null(),
  'settings:change': z.strictObject({
    theme: z.enum(['system', 'light', 'dark']).optional(),
    contrast: z.enum(['system', 'more']).optional(),
    language: z.enum(['system', 'en', 'zh']).optional(),
    sidebarWidth: z.number().min(120).max(800).optional(),
    listWidth: z.number().min(200).max(1_600).optional(),
    preferRecent: z.boolean().optional(),
    checkSpelling: z.boolean().optional(),
    narrowShown: z.boolean().optional(),
    foldedFacets: z.array(z.enum(facetNames)).max(facetNames.length).optional(),
    foldedSections: z.array(z.enum(sidebarSections)).max(sidebarSections.length).optional(),
    trayPackIds: z.array(id).max(100).optional(),
    listLayout: z.enum(listLayouts).optional(),
  }),
} as const;

export type Channel = keyof typeof requestSchemas;
export type RequestArgument<C extends Channel> = Immutable<z.infer<(typeof requestSchemas)[C]>>;

type Immutable<T> = T extends Uint8Array
  ? T
  : T extends readonly (infer Item)[]
    ? readonly Immutable<Item>[]
    : T extends object
      ? { readonly [K in keyof T]: Immutable<T[K]> }
      : T;

/** A release with what the reading view needs besides. */
export interface ReleaseDetails {
  readonly release: Release;
  readonly partners: readonly Partner[];
  /** What is known of its photos, in the order in which it shows them. */
  readonly photos: readonly Photo[];
}

/** A file that the system gave to the program; its path stays with main. */
export interface GivenFile {
  readonly number: number;
  readonly fileName: string;
  readonly bytes: number;
}

export interface RecentArchive {
  readonly folder: string;
  readonly name: string;
}

export interface Settings {
  readonly theme: 'system' | 'light' | 'dark';
  /** 'system' asks for more where the system does. */
  readonly contrast: 'system' | 'more';
  readonly language: 'system' | 'en' | 'zh';
  /** The language that 'system' stands for on this computer. */
  readonly systemLanguage: 'en' | 'zh';
  /** CSS pixels. */
  readonly sidebarWidth: number;
  readonly listWidth: number;
  /** Of equally good answers to a search the newer ones come sooner. */
  readonly preferRecent: boolean;
  /** Spelling is checked while somebody types, where `canCheckSpelling`. */
  readonly checkSpelling: boolean;
  /** Whether this system can check spelling without a network. */
  readonly canCheckSpelling: boolean;
  /** Whether the facets of a search are unfolded, and which of them are not. */
  readonly narrowShown: boolean;
  readonly foldedFacets: readonly FacetName[];
  readonly foldedSections: readonly SidebarSection[];
  /** The packs that are being filled, the newest first; at most one of an archive. */
  readonly trayPackIds: readonly PackId[];
  readonly listLayout: ListLayout;
}

interface Answers {
  /** null: no archive is open. */
  'archive:info': ArchiveInfo | null;
  'archive:recent': readonly RecentArchive[];
  'archive:trouble': Failure | null;
  'archive:choose': { readonly folder: string } | null;
  'archive:open': ArchiveInfo;
  'archive:create': ArchiveInfo;
  'sample:open': ArchiveInfo;
  'sample:cancel': null;
  'archive:close': null;
  'archive:reopen': ArchiveInfo;
  'archive:take-over': ArchiveInfo;
  'archive:describe': ArchiveInfo;
  'intake:text': Intake;
  'intake:file': Intake;
  'import:choose': { readonly paths: readonly string[] } | null;
  'import:give': { readonly folder: string };
  'import:start': ImportSummary;
  'import:resume': ImportSummary | null;
  'import:forget': null;
  'import:cancel': null;
  'import:state': ImportState;
  'import:rows': ImportRows;
  /** null where the person thought better of it. */
  'import:save-report': { readonly path: string } | null;
  'watch:state': WatchState;
  'watch:choose': WatchState | null;
  'watch:change': WatchState;
  'review:decide': null;
  /** null: it tells no story with others. */
  'story:view': StoryView | null;
  'story:link': null;
  'story:unlink': null;
  'release:file': Release;
  'release:revise': Release;
  'release:read': ReleaseDetails;
  'release:delete': { readonly deleted: number };
  'release:restore': { readonly restored: number };
  'release:edit-many': { readonly changed: number };
  'release:history': ReleaseHistory;
  'release:compare': RevisionDiff;
  'release:restore-revision': Release;
  'release:find': FindPage;
  'release:compare-two': ReleaseComparison;
  'release:compare-unfiled': ReleaseComparison;
  'tag:list': TagList;
  'photo:thumbnail': ThumbnailState;
  'photo:keep-thumbnail': null;
  'search:values': { readonly values: readonly FacetValue[] };
  'search:saved': readonly SavedSearch[];
  'search:save': readonly SavedSearch[];
  'search:rename': readonly SavedSearch[];
  'search:forget': readonly SavedSearch[];
  /** What was undone; null: there was nothing. */
  'undo:undo': UndoableStep | null;
  'undo:redo': UndoableStep | null;
  'partner:list': readonly PartnerSummary[];
  'partner:add': Partner;
  'partner:revise': Partner;
  'partner:merge': Partner;
  'pack:list': readonly PressPack[];
  'pack:create': PressPack;
  'pack:revise': PressPack;
  /** How many releases came and went; 0: it was so already. */
  'pack:change-items': { readonly pack: PressPack; readonly changed: number };
  'pack:delete': { readonly deleted: number };
  'pack:check': readonly PackRemark[];
  'pack:export': PackExport | null;
  'pack:verify': VerifyReport;
  'archive:verify': VerifyReport;
  'backup:state': BackupState;
  'backup:make': BackupState;
  'backup:rehearse': BackupState;
  'backup:cancel': null;
  'backup:change-settings': BackupState;
  'backup:choose-folder': BackupState | null;
  'backup:restore': RestoredArchive;
  'work:cancel': null;
  'shell:reveal': null;
  'form:keep': null;
  'form:kept': { readonly text: string | null };
  'form:give-back': null;
  'menu:show': null;
  'window:open': null;
  'window:print': null;
  'given:folder': { readonly folder: string } | null;
  'given:files': readonly GivenFile[];
  'given:read': { readonly bytes: Uint8Array };
  'drag:photo': null;
  'drag:release': null;
  /** null where the person thought better of it. */
  'diagnostics:save': { readonly path: string } | null;
  'notification:show': null;
  'settings:read': Settings;
  'settings:change': Settings;
}

/** Channel -> function: what `window.archive.request` does and what every handler implements. */
export type Requests = {
  [C in Channel]: (argument: RequestArgument<C>) => Answers[C];
};
export type Answer<C extends Channel> = ReturnType<Requests[C]>;

/** What main says unasked. */
export interface Notices {
  /** Something in the archive changed; lists that show it ask again. */
  'archive:changed': { readonly what: readonly ChangedKind[] };
  /** The archive that is open has become another one, or none. */
  'archive:opened': ArchiveInfo | null;
  'work:progress': WorkProgress;
  /** How far the import is; null when it has ended. */
  'import:progress': ImportProgress | null;
  /** What a watched folder has brought about; said to one window. */
  'watch:news': WatchNews;
  /** Long work is over and nobody looks: said to one window. */
  'work:ended': WorkEnd;
  'settings:changed': Settings;
  /** A window is gone, and its form waits for another one. */
  'form:waiting': null;
  /** Files or a folder were given to the program. */
  'given:waiting': null;
  /** A menu entry or its shortcut was chosen. */
  'menu:command': { readonly command: CommandId; readonly argument: string | null };
}

export type ChangedKind =
  'releases' | 'partners' | 'packs' | 'photos' | 'searches' | 'archive' | 'backups';

export interface WorkProgress {
  readonly work: 'verify' | 'export' | 'import' | 'index' | 'sample' | BackupWork;
  readonly done: number;
  readonly total: number;
  readonly unit: 'files' | 'releases';
  readonly finished: boolean;
}

export interface WorkEnd {
  readonly work: LongWork;
  readonly outcome: 'done' | 'failed' | 'cancelled';
}

/** What takes long enough that one goes and does something else meanwhile. */
export type LongWork = Exclude<WorkProgress['work'], 'index'>;

export type NoticeChannel = keyof Notices;

/** The one object that the preload exposes to the page, as `window.archive`. */
export interface ArchiveBridge {
  request<C extends Channel>(channel: C, argument: RequestArgument<C>): Promise<Reply<Answer<C>>>;
  /** Returns the function that stops listening. */
  listen<N extends NoticeChannel>(notice: N, listener: (value: Notices[N]) => void): () => void;
  readonly platform: 'darwin' | 'win32' | 'linux';
}
