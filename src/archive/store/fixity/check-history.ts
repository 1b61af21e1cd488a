import type { Layout } from '../layout';
import type { Tables } from '../tables';

const revisionFile = /^history\/[0-9a-f]{2}\/([0-9a-f-]{36})\.(\d+)\.json$/;

/**
 * Which of the files of earlier revisions belong to no release, and which are missing. Of an archive
 * that was begun with a program that kept no history, only gaps count.
 */
export function checkHistory(
  layout: Layout,
  tables: Tables,
  paths: readonly string[],
): { readonly unknown: readonly string[]; readonly missing: readonly string[] } {
  const kept = new Map<string, Set<number>>();
  const keep = (id: string, revision: number): void => {
    const revisions = kept.get(id);
    if (revisions === undefined) kept.set(id, new Set([revision]));
    else revisions.add(revision);
  };
  for (const { record } of tables.unsavedRevisions.values()) keep(record.id, record.revision);
  const unknown: string[] = [];
  for (const path of paths) {
    const [, id, revision] = revisionFile.exec(path) ?? [];
    if (id === undefined || revision === undefined) continue;
    const newest = tables.releases.listedAs(id)?.revision ?? 0;
    if (Number(revision) >= newest) unknown.push(path);
    keep(id, Number(revision));
  }
  const missing: string[] = [];
  for (const { id, revision: newest } of tables.releases.listed()) {
    const revisions = kept.get(id) ?? new Set();
    const oldest = tables.archive.keepsHistory === true ? 1 : Math.min(newest, ...revisions);
    for (let revision = oldest; revision < newest; revision += 1) {
      if (!revisions.has(revision)) missing.push(layout.nameOf(layout.revisionFile(id, revision)));
    }
  }
  return { unknown, missing };
}
