import type { CorpusDocument } from '../material/corpus-document';

/** A search engine beside ours, with documents in it. */
export interface Engine {
  /** Ids, the best first. */
  rank(text: string, limit: number): Promise<readonly string[]>;
  close(): void;
}

/** A way to set up a search engine. */
export interface Peer {
  readonly name: string;
  build(documents: readonly CorpusDocument[]): Promise<Engine>;
}
