import { atLeast, noTarget, type Row } from '../../harness/row';
import type { CorpusDocument } from '../../material/corpus-document';
import type { Peer } from '../../peers/engine';
import { syntax } from '../ours';
import type { OurSearch } from '../our-search';
import { ourSearchOver } from './our-engine';
import { phrasesOf, sameSet, type Phrase } from './phrases';
import { sequenceLengths, sequencesOf } from './sequences';

type Find = (text: string) => Promise<readonly string[]>;

/** English phrases: the share for which exactly the documents are found that hold them. */
export async function phraseRows(
  documents: readonly CorpusDocument[],
  peers: readonly Peer[],
  say: (line: string) => void,
): Promise<Row[]> {
  const { asked, ambiguous } = phrasesOf(documents);
  say(
    `Phrases: ${asked.length} of 2 to 5 words over ${documents.length} releases; ${ambiguous} more ` +
      "weren't asked, since apostrophes or dots in texts leave open who holds them.",
  );
  const search = await ourSearchOver(documents);
  const ours = await shareRight(asked, quotedIn(search, documents.length), say);
  return [
    {
      ...common('English phrases exactly right', documents, asked, ours),
      peers: await besides(documents, asked, peers),
      ...atLeast(ours, 100, '%'),
    },
  ];
}

/** Chinese sequences, in quotation marks and without. */
export async function sequenceRows(
  name: string,
  documents: readonly CorpusDocument[],
  peers: readonly Peer[],
  say: (line: string) => void,
): Promise<Row[]> {
  const search = await ourSearchOver(documents);
  const rows: Row[] = [];
  for (const length of sequenceLengths) {
    const asked = sequencesOf(documents, length);
    const title = `${length} Han character${length === 1 ? '' : 's'} exactly right, ${name}`;
    const quoted = await shareRight(asked, quotedIn(search, documents.length), say);
    const plain = await shareRight(asked, async (text) => {
      const answer = await search.search(text, { limit: documents.length });
      return answer.ids;
    });
    rows.push(
      {
        ...common(`${title}, quoted`, documents, asked, quoted),
        peers: await besides(documents, asked, peers),
        ...atLeast(quoted, 100, '%'),
      },
      { ...common(`${title}, plain`, documents, asked, plain), peers: {}, ...noTarget },
    );
  }
  return rows;
}

function quotedIn(search: OurSearch, limit: number): Find {
  return async (text) => (await search.search(syntax.phrase(text), { limit })).ids;
}

async function besides(
  documents: readonly CorpusDocument[],
  asked: readonly Phrase[],
  peers: readonly Peer[],
): Promise<Row['peers']> {
  const shares: Record<string, number> = {};
  for (const peer of peers) {
    const engine = await peer.build(documents);
    shares[peer.name] = await shareRight(asked, (text) => engine.rank(text, documents.length));
    engine.close();
  }
  return shares;
}

/** Percent; `say` is told of the first few that are wrong. */
async function shareRight(
  asked: readonly Phrase[],
  find: Find,
  say?: (line: string) => void,
): Promise<number> {
  let right = 0;
  let told = 0;
  for (const { text, holders } of asked) {
    const found = new Set(await find(text));
    if (sameSet(found, holders)) {
      right += 1;
    } else if (say !== undefined && told < 5) {
      told += 1;
      say(`  ours found ${found.size} for "${text}", the scan ${holders.size}`);
    }
  }
  return (right / asked.length) * 100;
}

function common(
  title: string,
  documents: readonly CorpusDocument[],
  asked: readonly Phrase[],
  ours: number,
): Pick<Row, 'name' | 'case' | 'n' | 'unit' | 'ours' | 'samples'> {
  return {
    name: 'search',
    case: title,
    n: documents.length,
    unit: '%',
    ours,
    samples: asked.length,
  };
}
