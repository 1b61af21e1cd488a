import { dirname } from 'node:path';
import { systemErrorCode } from '../errors';
import { bodyDigest, bodyFromMarkdown } from './body-file';
import { makeFolderDurably, replaceFile, syncFolder } from './durable-file';
import { DurableJson, encodeChecked } from './durable-json';
import { eachAtOnce } from './each-at-once';
import type { FileLayer } from './file-layer';
import type { Layout } from './layout';
import { fullWidth, type Pace } from './pace';
import type { ReleaseRecord } from './records';

/** An earlier revision of a release; content of its file under `history/`. */
export interface KeptRevision {
  readonly record: ReleaseRecord;
  /** null where the text was damaged before it could be kept. */
  readonly body: string | null;
  /** ISO 8601 instant at which the next revision took its place. */
  readonly replacedAt: string;
  /** The action that made the next revision: "release:revise". */
  readonly replacedBy: string;
}

/** A revision that isn't in its file yet. */
export interface UnsavedRevision extends Omit<KeptRevision, 'body'> {
  /** null: the text is in the release's Markdown file still. */
  readonly body: string | null;
  /** Months in whose folder that Markdown file may be. */
  readonly months: readonly string[];
}

/** `<id>.<revision>`: names a revision in memory. */
export function revisionKey(id: string, revision: number): string {
  return `${id}.${String(revision)}`;
}

/**
 * Writes revisions to their files. To be done before their releases' Markdown files are replaced,
 * since most of the texts are fetched from there.
 */
export async function saveRevisions(
  layout: Layout,
  revisions: readonly UnsavedRevision[],
  pace: Pace,
): Promise<void> {
  const pathOf = ({ record }: UnsavedRevision): string =>
    layout.revisionFile(record.id, record.revision);
  const folders = [...new Set(revisions.map((revision) => dirname(pathOf(revision))))];
  for (const folder of folders) await makeFolderDurably(folder, layout.files);
  const save = async (revision: UnsavedRevision): Promise<void> => {
    const kept = await revisionToKeep(layout, revision);
    if (kept !== null) await replaceFile(pathOf(revision), encodeChecked(kept), layout.files);
  };
  await eachAtOnce(revisions, (revision) => pace.inTurn(() => save(revision)), fullWidth);
  await eachAtOnce(folders, (folder) => pace.inTurn(() => syncFolder(folder, layout.files)));
}

/** null where there is no such file. Throws `archive-damaged`. */
export async function readRevision(
  layout: Layout,
  id: string,
  revision: number,
): Promise<KeptRevision | null> {
  return new DurableJson<KeptRevision>(layout.revisionFile(id, revision), layout.files).read();
}

/** A revision whose text is in memory or still in its release's Markdown file; null where it isn't. */
export async function unsavedRevision(
  layout: Layout,
  revision: UnsavedRevision,
): Promise<KeptRevision | null> {
  const { record, replacedAt, replacedBy } = revision;
  const body = revision.body ?? (await bodyStillInPlace(layout, revision));
  return body === null ? null : { record, body, replacedAt, replacedBy };
}

async function bodyStillInPlace(
  layout: Layout,
  { record, months }: UnsavedRevision,
): Promise<string | null> {
  for (const month of months) {
    const bytes = await readPatiently(layout.files, layout.bodyFile(month, record.id));
    if (bytes === null) continue;
    const body = bodyFromMarkdown(bytes.toString('utf8'));
    if (bodyDigest(body) === record.bodySha256) return body;
  }
  return null;
}

const pausesBetweenReadings = [50, 200, 1_000];

/**
 * null where there is no such file, or where the disk can't read it again and again: what it held is
 * lost, and everything else must still be saved. Any other failure stops the saving, which is tried
 * again later.
 */
async function readPatiently(files: FileLayer, path: string): Promise<Buffer | null> {
  for (const pause of [...pausesBetweenReadings, null]) {
    try {
      return await files.readFile(path);
    } catch (thrown) {
      const code = systemErrorCode(thrown);
      if (code === 'ENOENT') return null;
      if (code !== 'EIO') throw thrown;
    }
    if (pause !== null) await files.pause(pause);
  }
  return null;
}

/** null where the file is there already. */
async function revisionToKeep(
  layout: Layout,
  revision: UnsavedRevision,
): Promise<KeptRevision | null> {
  const whole = await unsavedRevision(layout, revision);
  if (whole !== null) return whole;
  const { record, replacedAt, replacedBy } = revision;
  // A kill came after the revision was kept and its text replaced.
  const kept = await readRevision(layout, record.id, record.revision).catch(() => null);
  return kept === null ? { record, body: null, replacedAt, replacedBy } : null;
}
