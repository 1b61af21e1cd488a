import type { CorpusDocument } from '../../material/corpus-document';
import { openSearch } from '../ours';
import type { OurSearch } from '../our-search';

/** The archive's search over these documents, in this thread. */
export async function ourSearchOver(documents: readonly CorpusDocument[]): Promise<OurSearch> {
  const byId = new Map(documents.map((document) => [document.id, document]));
  const search = openSearch({
    textOf: (id) => {
      const document = byId.get(id);
      if (document === undefined) throw new Error(`There is no document ${id}.`);
      return document;
    },
  });
  await search.build(documents);
  return search;
}
