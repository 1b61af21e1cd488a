import type { CorpusDocument } from '../../material/corpus-document';
import type { Peer } from '../../peers/engine';
import { ourSearchOver } from './our-engine';

/** What somebody may want to know of press releases of US senators, 2004 to 2008. */
const questions: readonly string[] = [
  'firefighter grants for small towns in ohio',
  'what did senators say about hurricane katrina relief for small businesses',
  'opposition to drilling for oil in the arctic refuge',
  'body armor shortages of soldiers in iraq',
  'letter to the president about steel imports from china',
  'avian flu vaccine stockpile',
  'closing of military bases in new england',
  'student loan interest rates college costs',
  'methamphetamine labs law enforcement funding',
  'nomination of samuel alito to the supreme court',
];

const shown = 5;

interface Answers {
  readonly question: string;
  readonly ours: readonly string[];
  readonly peer: readonly string[];
}

/** The first five answers of ours and of one peer, as Markdown, for a reader to judge. */
export async function questionsAsMarkdown(
  documents: readonly CorpusDocument[],
  peer: Peer | null,
): Promise<string> {
  const byId = new Map(documents.map((document) => [document.id, document]));
  const line = (id: string): string => {
    const document = byId.get(id);
    return document === undefined ? id : `${document.publicationDate ?? '?'} ${document.headline}`;
  };
  const search = await ourSearchOver(documents);
  const engine = peer === null ? null : await peer.build(documents);
  const answered: Answers[] = [];
  for (const question of questions) {
    const ours = await search.search(question, { limit: shown, feedback: true });
    const beside = engine === null ? [] : await engine.rank(question, shown);
    answered.push({ question, ours: ours.ids.map(line), peer: beside.map(line) });
  }
  engine?.close();
  return answered.map((answers) => markdownOf(answers, peer?.name ?? null)).join('\n');
}

function markdownOf({ question, ours, peer }: Answers, peerName: string | null): string {
  const list = (title: string, lines: readonly string[]): string =>
    `${title}\n\n${lines.map((line, index) => `${index + 1}. ${line}`).join('\n')}\n`;
  return [
    `## ${question}\n`,
    list('Ours:', ours),
    ...(peerName === null ? [] : [list(`${peerName}:`, peer)]),
  ].join('\n');
}
