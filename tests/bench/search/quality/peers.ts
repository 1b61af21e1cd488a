import type { Peer } from '../../peers/engine';
import { flexSearch, flexSearchChinese, flexSearchTuned } from '../../peers/flexsearch';
import {
  fts5BigramSequences,
  fts5Bigrams,
  fts5Phrases,
  fts5Porter,
  fts5TrigramSequences,
  fts5Trigrams,
} from '../../peers/fts5';
import { loadLunr, lunr } from '../../peers/lunr';
import { loadMiniSearch, miniSearch } from '../../peers/minisearch';
import { loadOrama, orama } from '../../peers/orama';
import { loadSqlite } from '../../peers/sqlite';

/** Who is measured in what; those that can't be loaded are missing. */
export interface QualityPeers {
  readonly english: readonly Peer[];
  readonly chinese: readonly Peer[];
  readonly phrases: readonly Peer[];
  readonly sequences: readonly Peer[];
  /** Answers the questions for a reader. */
  readonly fts5: Peer | null;
}

export function loadQualityPeers(say: (line: string) => void): QualityPeers {
  const open = loadSqlite(say);
  const minisearch = loadMiniSearch(say);
  const lunrPackage = loadLunr(say);
  const oramaPackage = loadOrama(say);
  const fts5 = open === null ? null : fts5Porter(open);
  return {
    english: [
      ...(fts5 === null ? [] : [fts5]),
      ...(minisearch === null ? [] : [miniSearch(minisearch)]),
      ...(lunrPackage === null ? [] : [lunr(lunrPackage)]),
      ...(oramaPackage === null ? [] : [orama(oramaPackage)]),
      flexSearch,
      flexSearchTuned,
    ],
    chinese: [...(open === null ? [] : [fts5Bigrams(open), fts5Trigrams(open)]), flexSearchChinese],
    phrases: open === null ? [] : [fts5Phrases(open)],
    sequences: open === null ? [] : [fts5BigramSequences(open), fts5TrigramSequences(open)],
    fts5,
  };
}
