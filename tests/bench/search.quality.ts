import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Bench } from './harness/bench';
import { collectionsIn } from './material/collections';
import { corpusFrom } from './material/corpus';
import { lacks } from './search/ours';
import { phraseRows, sequenceRows } from './search/quality/exactness';
import { loadQualityPeers } from './search/quality/peers';
import { questionsAsMarkdown } from './search/quality/questions';
import { rankingRows } from './search/quality/ranking-rows';
import { rankCollection, type Ranked } from './search/quality/rankings';

const releaseCount = 10_000;

/** How good the answers of the search are, beside other engines'. */
export const bench: Bench = {
  question: 'Does a search find what answers it, best first, and phrases exactly?',
  defaultSizes: [],
  run: async ({ dataFolder, collectionFolders, questionsFile, say }) => {
    for (const one of lacks) say(`Ours today: ${one}.`);
    const peers = loadQualityPeers(say);
    const folders = dataFolder === null ? [] : [join(dataFolder, 'ir')];
    const collections = await collectionsIn([...folders, ...collectionFolders], say);
    say('Ranking, as trec_eval counts: the grade is the gain, log2(rank + 1) the discount.');
    const ranked: Ranked[] = [];
    for (const collection of collections) {
      const beside = collection.isChinese ? peers.chinese : peers.english;
      ranked.push(await rankCollection(collection, beside, say));
    }
    const corpus = await corpusFrom(dataFolder);
    say(`Releases: ${corpus.description}`);
    const documents = corpus.take(releaseCount);
    const rows = [...rankingRows(ranked), ...(await phraseRows(documents, peers.phrases, say))];
    for (const { name, isChinese, documents: texts } of collections) {
      if (isChinese) rows.push(...(await sequenceRows(name, texts, peers.sequences, say)));
    }
    if (!corpus.isReal && questionsFile === null) return rows;
    const markdown = await questionsAsMarkdown(documents, peers.fts5);
    say(`\n${markdown}`);
    if (questionsFile !== null) await writeFile(questionsFile, markdown);
    return rows;
  },
};
