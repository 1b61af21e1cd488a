import { namesOf } from '../material/corpus-document';
import type { Peer } from './engine';
import { loadPackage } from './package';
import { contentStems } from './words';

/** Orama as far as it is used. */
interface OramaPackage {
  create(options: object): object;
  insertMultiple(database: object, documents: readonly object[], batch: number): unknown;
  search(
    database: object,
    question: object,
  ): { hits: readonly { readonly id: string }[] } | Promise<{ hits: readonly { id: string }[] }>;
}

export function loadOrama(say: (line: string) => void): OramaPackage | null {
  return loadPackage('@orama/orama', say) as OramaPackage | null;
}

/**
 * English stems, no stop words, the title doubled, any of the words: with its own tokenizer it keeps
 * stop words, and does much worse.
 */
export function orama(oramaPackage: OramaPackage): Peer {
  return {
    name: 'Orama',
    build: async (documents) => {
      const database = oramaPackage.create({
        schema: { headline: 'string', body: 'string', names: 'string' },
        components: {
          tokenizer: { language: 'english', normalizationCache: new Map(), tokenize: contentStems },
        },
      });
      const given = documents.map((document) => {
        const { id, headline, body } = document;
        return { id, headline, body, names: namesOf(document) };
      });
      await oramaPackage.insertMultiple(database, given, 500);
      return {
        rank: async (text, limit) => {
          // A threshold of 1 lets documents answer that have only some of the words.
          const question = { term: text, limit, threshold: 1, boost: { headline: 2 } };
          const { hits } = await oramaPackage.search(database, question);
          return hits.map(({ id }) => id);
        },
        close: () => undefined,
      };
    },
  };
}
