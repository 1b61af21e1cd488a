import { Charset, Index } from 'flexsearch';
import { namesOf, type CorpusDocument } from '../material/corpus-document';
import type { Engine, Peer } from './engine';
import { contentStems } from './words';

function textOf(document: CorpusDocument): string {
  return `${document.headline} ${document.body} ${namesOf(document)}`;
}

type Options = ConstructorParameters<typeof Index>[0];

function flexSearchPeer(name: string, options: Options, suggest: boolean): Peer {
  return {
    name,
    build: async (documents): Promise<Engine> => {
      const index = new Index(options);
      documents.forEach((document, row) => {
        index.add(row, textOf(document));
      });
      return {
        rank: async (text, limit) => {
          const rows = index.search(text, { limit, suggest }) as readonly number[];
          return rows.map((row) => documents[row]?.id ?? '');
        },
        close: () => undefined,
      };
    },
  };
}

/** As it comes. */
export const flexSearch = flexSearchPeer('FlexSearch', {}, false);

/** Words as the other engines see them, many slots, and answers with some of the words, too. */
export const flexSearchTuned = flexSearchPeer(
  'FlexSearch, tuned',
  { tokenize: 'strict', resolution: 100, encode: contentStems },
  true,
);

/** With its own encoder for Chinese. */
export const flexSearchChinese = flexSearchPeer(
  'FlexSearch CJK',
  { encoder: Charset.CJK, tokenize: 'strict', resolution: 9 },
  true,
);
