import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, onTestFinished } from 'vitest';
import { createArchive, openArchive, type Archive } from '../../../../src/archive/archive';
import type { OpenOptions } from '../../../../src/archive/store/archive-store';
import type { WorkProgress } from '../../../../src/shared/ipc-contract';
import type { FindQuery } from '../../../../src/shared/search';
import { everything } from '../../../support/contract';
import { content, institution } from '../../../support/samples';
import { tempFolder } from '../../../support/temp-folder';

/** Enough for the making of an index to be told. */
const releases = 60;

export const searchFolder = (folder: string): string => join(folder, 'cache', 'search');

let template: Promise<string> | null = null;
let place = '';
afterAll(() => rm(place, { recursive: true, force: true }));

async function makeTemplate(): Promise<string> {
  place = await mkdtemp(join(tmpdir(), 'press-archive-kept-'));
  const folder = join(place, 'archive');
  const archive = await createArchive(folder, institution);
  const none = { aliases: [], kind: 'company', country: '', note: '' } as const;
  const [maravel, langguang, calder] = [
    await archive.partners.add({ ...none, name: 'Maravel Turbines' }),
    await archive.partners.add({ ...none, name: '澜光科技' }),
    await archive.partners.add({ ...none, name: 'Calder Foundation' }),
  ];
  for (let number = 0; number < releases; number += 1) {
    const partner = [maravel, langguang, calder][number % 3];
    await archive.releases.file(
      content({
        headline: `Release ${number} on ${number % 2 === 0 ? 'tidal' : 'solar'} energy`,
        body: `Number${number} of the **series**. 学校与企业${number % 4 === 0 ? '签署' : '讨论'}协议。`,
        publicationDate: `20${10 + (number % 12)}-03-14`,
        partnerIds: number % 5 === 0 || partner === undefined ? [] : [partner.id],
        tags: number % 7 === 0 ? ['energy'] : [],
        people: number % 9 === 0 ? [{ name: 'Ines Calder', title: 'Rector' }] : [],
        dateline: number % 6 === 0 ? 'NORTHQUAY' : '',
      }),
      null,
    );
  }
  await archive.search.ready();
  await archive.close();
  return folder;
}

/** A folder with an archive of sixty releases, three partners and its index, closed. */
export async function keptArchive(): Promise<string> {
  template ??= makeTemplate();
  const folder = join(await tempFolder(), 'archive');
  await cp(await template, folder, { recursive: true });
  return folder;
}

export interface Opened {
  readonly archive: Archive;
  /** What was told of the making of an index. */
  readonly progress: readonly WorkProgress[];
}

export async function opened(folder: string, options: OpenOptions = {}): Promise<Opened> {
  const progress: WorkProgress[] = [];
  const onProgress = (notice: WorkProgress): void => {
    if (notice.work === 'index') progress.push(notice);
  };
  const archive = await openArchive(folder, { onProgress }, options);
  onTestFinished(() => archive.close().catch(() => undefined));
  return { archive, progress };
}

const questions: readonly Partial<FindQuery>[] = [
  { text: 'tidal' },
  { text: 'sol', typing: true },
  { text: 'energy series number7 ' },
  { text: '签署' },
  { text: '协' },
  { text: '"学校与企业"' },
  { text: 'tag:energy' },
  { text: 'partner:"Maravel Turbines"' },
  { text: 'partner:calder tidal' },
  { text: 'person:"Ines Calder"' },
  { text: 'maravel' },
  { text: '澜光' },
  { text: 'place:northquay -solar' },
  { text: 'headline:release body:series', sort: 'newest', limit: 7, offset: 3 },
  { text: 'tidal', year: 2014 },
  { text: 'release', place: 'trash' },
  { text: 'renamed OR changed OR added' },
];

/** What an archive answers, time aside. */
export async function answersOf(archive: Archive): Promise<readonly object[]> {
  const answers: object[] = [];
  for (const question of questions) {
    const query = { ...everything, facets: true, ...question };
    const { hits, total, complete, facets } = await archive.search.find(query);
    answers.push({
      question,
      hits: hits.map(({ release, headline, snippets }) => ({ id: release.id, headline, snippets })),
      total,
      complete,
      facets,
    });
  }
  return answers;
}

/** What an archive answers whose index is made anew, from a copy of its folder. */
export async function rebuiltAnswersOf(folder: string): Promise<readonly object[]> {
  const copy = join(await tempFolder(), 'archive');
  await cp(folder, copy, { recursive: true });
  await rm(join(copy, 'lock.json'), { force: true });
  await rm(searchFolder(copy), { recursive: true, force: true });
  const { archive, progress } = await opened(copy);
  const answers = await answersOf(archive);
  if (progress.at(-1)?.finished !== true) throw new Error('No index was made.');
  await archive.close();
  return answers;
}

/** The files of an archive's index by name. */
export async function indexFiles(folder: string): Promise<ReadonlyMap<string, Buffer>> {
  const files = new Map<string, Buffer>();
  for (const name of await readdir(searchFolder(folder)).catch(() => [])) {
    files.set(name, await readFile(join(searchFolder(folder), name)));
  }
  return files;
}
