import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Bench } from './harness/bench';
import { corpusFrom } from './material/corpus';
import type { Peer } from './peers/engine';
import { flexSearch } from './peers/flexsearch';
import { loadLunr, lunr } from './peers/lunr';
import { loadMiniSearch } from './peers/minisearch';
import { loadOrama, orama } from './peers/orama';
import { loadSqlite } from './peers/sqlite';
import { lacks } from './search/ours';
import { buildEngines, closeEngines } from './search/speed/engines';
import { measureEdits } from './search/speed/measure-edits';
import { measureLimits } from './search/speed/measure-limits';
import { measureLoading } from './search/speed/measure-loading';
import { measureQueries } from './search/speed/measure-queries';
import { hasMemoryForMiniSearch, slowLimit, type Place } from './search/speed/place';
import { longestSeconds } from './search/speed/measured';
import { documentShares, queriesFrom } from './search/speed/queries';
import { speedRows, type Measured } from './search/speed/rows';

/** What finding releases costs, beside other search engines. */
export const bench: Bench = {
  question: 'How fast are releases found, and what does their index cost?',
  defaultSizes: [1_000, 10_000, 100_000],
  run: async ({ dataFolder, sizes, scratchFolder, say }) => {
    const corpus = await corpusFrom(dataFolder);
    for (const line of [...notes, `Releases: ${corpus.description}`]) say(line);
    for (const one of lacks) say(`Ours today: ${one}.`);
    const openDatabase = loadSqlite(say);
    const minisearch = loadMiniSearch(say);
    const slowPeers = loadSlowPeers(say);
    const measured: Measured[] = [];
    for (const n of sizes) {
      say(`\n${n.toLocaleString('en')} releases`);
      const folder = join(scratchFolder, String(n));
      await mkdir(folder);
      if (n > slowLimit) say(`  Lunr, Orama, FlexSearch: not measured beyond ${slowLimit}.`);
      const enough = hasMemoryForMiniSearch(n);
      if (!enough) say('  MiniSearch: not measured, too little memory.');
      measured.push(
        await measure({
          n,
          dataFolder,
          corpus,
          documents: corpus.take(n),
          folder,
          openDatabase,
          minisearch: enough ? minisearch : null,
          slowPeers: n > slowLimit ? [] : slowPeers,
          say,
        }),
      );
    }
    return speedRows(measured);
  },
};

const notes: readonly string[] = [
  'Ours, FTS5 and MiniSearch answer from threads, by messages there and back, as they would in a program; the others answer in this one, which spares them that.',
  'FTS5: a file, all of it in a cache of 256 MB, indexes merged; it answers with row numbers only and counts nothing.',
  'Building ends when the index is on disk as the questions below find it: ours with the texts in it and committed, FTS5 inserted and merged into one segment. "FTS5, not merged" ends before that. The others keep theirs in memory.',
  'Everybody was asked some thousand other questions of the same kinds before, as an archive is in the course of a day; what the first of those took stands below.',
  "Before each engine's turn the files of all are read through: some machines drop from the system's cache what nobody read for half a minute.",
  'MiniSearch and the others find all ids; they are asked as they come.',
  `Whoever takes longer than ${longestSeconds} s for a kind of query is judged by those it answered.`,
  `Words that are asked for stand in ${documentShares.map((share) => `${share * 100} %`).join(' to ')} of the releases.`,
];

function loadSlowPeers(say: (line: string) => void): Peer[] {
  const lunrPackage = loadLunr(say);
  const oramaPackage = loadOrama(say);
  return [
    ...(lunrPackage === null ? [] : [lunr(lunrPackage)]),
    ...(oramaPackage === null ? [] : [orama(oramaPackage)]),
    flexSearch,
  ];
}

async function measure(place: Place): Promise<Measured> {
  const { n, documents, say } = place;
  const queries = queriesFrom(documents);
  const limits = await measureLimits(documents, queries);
  const engines = await buildEngines(place);
  const rehearsal = queriesFrom(documents, 2);
  const asked = await measureQueries(place, engines, queries, rehearsal);
  const loadings = await measureLoading(place, engines, queries);
  say('  loaded in fresh processes');
  const edits = await measureEdits(place, engines);
  await closeEngines(engines);
  const { times, first } = asked;
  const { built } = engines;
  return { n, built, queries: times, firstQueries: first, edits, loadings, limits };
}
