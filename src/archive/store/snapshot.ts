import type { Dirt, LeftBody, Snapshot, UnsavedBody } from './dirt';
import type { Tables } from './tables';

/** The content of all dirty files at this instant. */
export function snapshotOf(tables: Tables, dirt: Dirt): Snapshot {
  return {
    dirt,
    archive: dirt.archive ? tables.archive : null,
    settings: dirt.settings ? tables.settings : null,
    undo: dirt.undo ? tables.undo.record : null,
    partners: dirt.partners ? [...tables.partners.values()] : null,
    packs: dirt.packs ? [...tables.packs.values()] : null,
    shards: [...dirt.shards].map((name) => ({
      name,
      records: recordsOf(tables.idsInShard(name), tables.releases),
    })),
    photoIndexes: [...dirt.photoIndexes].map((prefix) => ({
      prefix,
      records: recordsOf(tables.photoIndexes.get(prefix), tables.photos),
    })),
    bodies: unsavedBodiesOf(tables),
    revisions: [...tables.unsavedRevisions.values()],
    leftBodies: leftBodies(tables),
  };
}

export function unsavedBodiesOf(tables: Tables): UnsavedBody[] {
  const bodies: UnsavedBody[] = [];
  for (const [id, body] of tables.unsavedBodies) {
    const record = tables.releases.get(id);
    const month = tables.monthOfRelease(id);
    if (record !== undefined && month !== null) bodies.push({ month, record, body });
  }
  return bodies;
}

function leftBodies(tables: Tables): LeftBody[] {
  const left: LeftBody[] = [];
  for (const [id, months] of tables.leftBodies) {
    const record = tables.releases.get(id);
    const to = tables.monthOfRelease(id);
    if (record === undefined || to === null) continue;
    for (const from of months) left.push({ from, to, id, record });
  }
  return left;
}

function recordsOf<T>(
  ids: ReadonlySet<string> | undefined,
  table: ReadonlyMap<string, T>,
): readonly T[] {
  const records: T[] = [];
  for (const id of ids ?? []) {
    const record = table.get(id);
    if (record !== undefined) records.push(record);
  }
  return records;
}
