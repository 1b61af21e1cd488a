import type { CorpusDocument } from '../material/corpus-document';

export interface OurFilter {
  readonly year?: number;
  /** A partner's name. */
  readonly partner?: string;
}

export interface OurQuery {
  readonly limit: number;
  /** The last word may not be finished yet. */
  readonly typing?: boolean;
  /** Widen the query with words of the first answers. */
  readonly feedback?: boolean;
  readonly filter?: OurFilter;
  /** Count all answers by year, partner, tag and person. */
  readonly facets?: boolean;
  /** Cut snippets for the answers listed. */
  readonly snippets?: boolean;
}

export interface OurAnswer {
  /** The best first. */
  readonly ids: readonly string[];
  /** How many answers there are beyond the limit. */
  readonly total: number;
  /** Counted facet values; 0 where none were asked for. */
  readonly facetValues: number;
  /** Plain text of the snippets; empty where none were asked for. */
  readonly snippets: readonly string[];
}

/** The archive's search as the benches drive it. */
export interface OurSearch {
  /** Writes what a later `load` needs into that folder; without one all stays in memory. */
  build(documents: readonly CorpusDocument[], folder?: string): Promise<void>;
  search(text: string, query: OurQuery): Promise<OurAnswer>;
  load(folder: string): Promise<void>;
  add(document: CorpusDocument): Promise<void>;
  update(document: CorpusDocument): Promise<void>;
  remove(id: string): Promise<void>;
  /** Of what was built in a folder, or loaded. */
  bytesOnDisk(): Promise<number>;
}

/** Where the texts of releases are kept, apart from the index. */
export interface TextSource {
  textOf(id: string): CorpusDocument;
}
