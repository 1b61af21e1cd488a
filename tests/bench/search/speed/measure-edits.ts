import type { CorpusDocument } from '../../material/corpus-document';
import type { Engines } from './engines';
import { timesOf, type Times } from './measured';
import type { Place } from './place';

export const kindsOfEdit = ['add', 'update', 'remove'] as const;
export type KindOfEdit = (typeof kindsOfEdit)[number];

const edits = 200;

interface Edit {
  readonly row: number;
  readonly before: CorpusDocument;
  readonly after: CorpusDocument;
}

/** Files new releases, changes them, and removes them again. */
export async function measureEdits(
  place: Place,
  { thread, fts5, minisearch }: Engines,
): Promise<ReadonlyMap<KindOfEdit, Times>> {
  const list = Array.from({ length: edits }, (_, index): Edit => {
    const row = place.n + index;
    const before = place.corpus.at(row);
    const body = `${place.corpus.at(row + edits).body.slice(0, 200)} ${before.body}`;
    return { row, before, after: { ...before, body } };
  });
  const times = new Map<KindOfEdit, Map<string, readonly number[]>>(
    kindsOfEdit.map((kind) => [kind, new Map()]),
  );
  const measure = async (
    engine: string,
    ways: Readonly<Record<KindOfEdit, (edit: Edit) => unknown>>,
  ): Promise<void> => {
    // No edit can be made twice, so nothing is asked beforehand.
    for (const kind of kindsOfEdit) {
      times.get(kind)?.set(engine, await timesOf(list, ways[kind], { warmUp: 0 }));
    }
  };
  await measure('ours', {
    add: ({ before }) => thread.call('add', before),
    update: ({ after }) => thread.call('update', after),
    remove: ({ before }) => thread.call('remove', before.id),
  });
  if (fts5 !== null) {
    await measure('FTS5', {
      add: ({ row, before }) => fts5.add(row, before),
      update: ({ row, before, after }) => fts5.update(row, before, after),
      remove: ({ row, after }) => fts5.remove(row, after),
    });
  }
  if (minisearch !== null) {
    await measure('MiniSearch', {
      add: ({ before }) => minisearch.add(before),
      update: ({ after }) => minisearch.update(after),
      remove: ({ before }) => minisearch.remove(before.id),
    });
  }
  return times;
}
