import { namesOf } from '../material/corpus-document';
import type { Peer } from './engine';
import { loadPackage } from './package';

/** Lunr as far as it is used. */
interface LunrQuery {
  term(term: string, options: object): unknown;
}

interface LunrBuilder {
  ref(name: string): void;
  field(name: string, options?: { readonly boost: number }): void;
  add(document: object): void;
}

interface LunrPackage {
  (configure: (this: LunrBuilder) => void): {
    query(build: (query: LunrQuery) => void): readonly { readonly ref: string }[];
  };
  tokenizer(text: string): readonly { toString(): string }[];
}

export function loadLunr(say: (line: string) => void): LunrPackage | null {
  return loadPackage('lunr', say) as LunrPackage | null;
}

/** With its own pipeline (trimmer, stop words, stemmer), the title doubled, any of the words. */
export function lunr(lunrPackage: LunrPackage): Peer {
  return {
    name: 'Lunr',
    build: async (documents) => {
      const index = lunrPackage(function () {
        this.ref('id');
        this.field('headline', { boost: 2 });
        this.field('body');
        this.field('names');
        for (const document of documents) {
          const { id, headline, body } = document;
          this.add({ id, headline, body, names: namesOf(document) });
        }
      });
      return {
        rank: async (text, limit) =>
          index
            .query((query) => {
              for (const token of lunrPackage.tokenizer(text)) query.term(token.toString(), {});
            })
            .slice(0, limit)
            .map(({ ref }) => ref),
        close: () => undefined,
      };
    },
  };
}
