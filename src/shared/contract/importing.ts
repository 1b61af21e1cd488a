import { z } from 'zod';
import type { EncodingReading } from '../encodings';
import {
  importResults,
  type ImportRows,
  type ImportState,
  type ImportSummary,
  type WatchState,
} from '../importing';
import type { Intake } from '../intake';
import { reviewDecisions } from '../review';
import { fileBytes, folder, id, line, text } from './fields';

/* What comes in: one text or file, an import of many, a watched folder, and what to look at after it. */

const importOptions = z.strictObject({
  status: z.enum(['draft', 'filed']),
  tags: z.array(line).max(200),
  partnerIds: z.array(id).max(500),
  addPartners: z.boolean(),
  encoding: z.string().max(40).nullable(),
  again: z.boolean(),
  mediaFolder: folder.nullable(),
});

export const importingRequests = {
  'intake:text': z.strictObject({ text }),
  'intake:file': z.strictObject({
    fileName: line,
    bytes: fileBytes,
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
    bytes: fileBytes,
  }),
  /**
   * Resolves when it has ended; only for paths that the person has chosen or given. `import-unfinished`
   * where one that was broken off waits, unless this one `replaces` it.
   */
  'import:start': z.strictObject({
    paths: z.array(folder).min(1).max(10_000),
    options: importOptions,
    replaces: z.boolean(),
  }),
  /** Goes on with the one that didn't end. */
  'import:resume': z.null(),
  /** It isn't gone on with; what it has filed stays, and is its report. */
  'import:leave': z.null(),
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
  /** How the file of a release begins in each encoding. */
  'review:readings': z.strictObject({ id }),
  /** Replaces what a release says by what its kept file says in that encoding. */
  'review:read-again': z.strictObject({ id, encoding: z.string().min(1).max(40) }),
} as const;

export interface ImportingAnswers {
  'intake:text': Intake;
  'intake:file': Intake;
  'import:choose': { readonly paths: readonly string[] } | null;
  'import:give': { readonly folder: string };
  'import:start': ImportSummary;
  'import:resume': ImportSummary | null;
  /** null: there was none. */
  'import:leave': ImportSummary | null;
  'import:cancel': null;
  'import:state': ImportState;
  'import:rows': ImportRows;
  /** null where the person thought better of it. */
  'import:save-report': { readonly path: string } | null;
  'watch:state': WatchState;
  'watch:choose': WatchState | null;
  'watch:change': WatchState;
  'review:decide': null;
  'review:readings': readonly EncodingReading[];
  'review:read-again': null;
}
