import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Judgement } from './judged';
import { readPath } from './reading';
import { matchTexts, plain, textOfMarkdown } from './sentences';

const leastRecall = 0.9;
const mostExcess = 0.15;

type Judge = (folder: string) => Promise<readonly Judgement[]>;

type Expected = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

async function expectedIn(folder: string): Promise<Expected> {
  return JSON.parse(await readFile(join(folder, 'expected.json'), 'utf8')) as Expected;
}

/** Where a file of that name lies in the folder or one of its folders. */
async function pathsIn(folder: string): Promise<ReadonlyMap<string, string>> {
  const paths = new Map<string, string>();
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isFile()) paths.set(entry.name, join(entry.parentPath, entry.name));
  }
  return paths;
}

/** Pandoc's text is what is expected; text boxes it doesn't read. */
export const judgeDocx: Judge = async (folder) => {
  const judgements: Judgement[] = [];
  const expected = await expectedIn(folder);
  for (const [file, { images, pandoc }] of Object.entries(expected)) {
    const { releases, refusals } = await readPath(join(folder, file));
    const about = { format: 'docx', file };
    const [release] = releases;
    const wanted = (pandoc as { text: string }).text;
    const hasNothing = wanted.trim() === '' && images === 0;
    judgements.push({
      ...about,
      question: 'read, or refused as empty',
      right: release !== undefined || hasNothing,
      why: refusals.join(' '),
    });
    if (release === undefined) continue;
    judgements.push({
      ...about,
      question: 'number of images',
      right: release.images.length === images,
      why: `${String(release.images.length)} of ${String(images)}`,
    });
    // Pandoc draws tables with lines and puts the words of a picture into the text.
    const alternatives = release.images.map(({ altText, caption }) => `${altText} ${caption}`);
    const recall = wordRecall(
      `${release.title}\n${release.body}\n${alternatives.join('\n')}`,
      wanted,
    );
    judgements.push({
      ...about,
      question: 'words, recall ≥ 0.9',
      right: recall >= leastRecall,
      why: `recall ${recall.toFixed(2)}`,
    });
  }
  return judgements;
};

export const judgeEml: Judge = async (folder) => {
  const judgements: Judgement[] = [];
  const expected = await expectedIn(folder);
  const paths = await pathsIn(folder);
  for (const [file, letter] of Object.entries(expected)) {
    const { releases, files, refusals } = await readPath(paths.get(file) ?? join(folder, file));
    const about = { format: 'eml', file };
    const [release] = releases;
    const attachments = (letter['attachments'] ?? []) as readonly { readonly type: string }[];
    const subject = (letter['subject'] ?? '') as string;
    judgements.push({
      ...about,
      question: 'read',
      right: release !== undefined || files.length > 0,
      why: refusals.join(' '),
    });
    if (release === undefined) continue;
    judgements.push(
      {
        ...about,
        question: 'title',
        right: plain(release.title) === plain(subject),
        why: `"${release.title}" for "${subject}"`,
      },
      {
        ...about,
        question: 'date',
        right: dateIsRight(release.publicationDate, letter['date'] as string | null),
        why: `${String(release.publicationDate)} for ${String(letter['date'])}`,
      },
      {
        ...about,
        question: 'number of attachments',
        right: release.images.length + files.length === attachments.length,
        why: `${String(release.images.length)} pictures and ${String(files.length)} files of ${String(attachments.length)}`,
      },
    );
  }
  return judgements;
};

/** The day where it was written. */
function dateIsRight(ours: string | null, header: string | null): boolean {
  if (header === null) return ours === null;
  const [, day, month, year] = /(\d{1,2}) ([A-Z][a-z]{2}) (\d{4})/.exec(header) ?? [];
  if (day === undefined || month === undefined || year === undefined) return ours === null;
  const number = 'JanFebMarAprMayJunJulAugSepOctNovDec'.indexOf(month) / 3 + 1;
  return ours === `${year}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}`;
}

export const judgeHtml: Judge = async (folder) => {
  const judgements: Judgement[] = [];
  for (const name of (await readdir(folder)).toSorted()) {
    const about = { format: 'html', file: name };
    const expected = textOfHtml(await readFile(join(folder, name, 'expected.html'), 'utf8'));
    const metadata = JSON.parse(
      await readFile(join(folder, name, 'expected-metadata.json'), 'utf8'),
    ) as { readonly title: string };
    const { releases, refusals } = await readPath(join(folder, name, 'source.html'));
    const [release] = releases;
    judgements.push({
      ...about,
      question: 'read',
      right: release !== undefined,
      why: refusals.join(' '),
    });
    if (release === undefined) continue;
    const captions = release.images.map(({ caption }) => caption).join('\n');
    const ours = textOfMarkdown(`${release.title}\n${release.body}\n${captions}`);
    const { recall } = matchTexts(ours, expected);
    const { excess } = matchTexts(textOfMarkdown(release.body), `${metadata.title}\n${expected}`);
    const [title, wanted] = [plain(release.title), plain(metadata.title)];
    judgements.push(
      {
        ...about,
        question: 'title',
        // The site's name behind the title is no part of it.
        right: title === '' ? wanted === '' : wanted.includes(title) || title.includes(wanted),
        why: `"${release.title}" for "${metadata.title}"`,
      },
      {
        ...about,
        question: 'sentences, recall ≥ 0.9',
        right: recall >= leastRecall,
        why: `recall ${recall.toFixed(2)}`,
      },
      {
        ...about,
        question: 'sentences, excess < 0.15',
        right: excess < mostExcess,
        why: `excess ${excess.toFixed(2)}`,
      },
    );
  }
  return judgements;
};

function textOfHtml(html: string): string {
  return html
    .replaceAll(/<(?:script|style)\b[\s\S]*?<\/(?:script|style)>/gi, ' ')
    .replaceAll(/<\/(?:p|h[1-6]|li|div|figcaption|td|th|blockquote|pre)>|<br\s*\/?>/gi, '\n')
    .replaceAll(/<[^>]+>/g, '')
    .replaceAll(
      /&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi,
      (entity, decimal?: string, hex?: string, name?: string) =>
        decimal !== undefined || hex !== undefined
          ? String.fromCodePoint(parseInt(decimal ?? hex ?? '', decimal === undefined ? 16 : 10))
          : (named[name ?? ''] ?? entity),
    );
}

const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

/** Poppler's text is what is expected; a page without text has to be refused. */
export const judgePdf: Judge = async (folder) => {
  const judgements: Judgement[] = [];
  for (const [file, { pdftotext }] of Object.entries(await expectedIn(folder))) {
    const { text, exit } = pdftotext as { readonly text: string; readonly exit: number };
    const { releases, refusals } = await readPath(join(folder, file));
    const [release] = releases;
    const hasText = exit === 0 && plain(text).length > 0;
    judgements.push({
      format: 'pdf',
      file,
      question: 'read, or refused where it has no text',
      right: hasText ? release !== undefined : release === undefined || release.images.length > 0,
      why: refusals.join(' ') || 'was read',
    });
    if (release === undefined || !hasText) continue;
    const recall = wordRecall(`${release.title} ${release.body}`, text);
    judgements.push({
      format: 'pdf',
      file,
      question: 'words, recall ≥ 0.9',
      right: recall >= leastRecall,
      why: `recall ${recall.toFixed(2)}`,
    });
  }
  return judgements;
};

function wordRecall(ours: string, expected: string): number {
  const own = new Set(wordsOf(ours));
  const wanted = wordsOf(expected);
  const found = wanted.filter((word) => own.has(word));
  return wanted.length === 0 ? 1 : found.length / wanted.length;
}

function wordsOf(text: string): readonly string[] {
  return (
    textOfMarkdown(text)
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]{4,}/gu) ?? []
  );
}

export const judgeWxr: Judge = async (folder) => {
  const judgements: Judgement[] = [];
  for (const [file, wanted] of Object.entries(await expectedIn(folder))) {
    const path = join(folder, file);
    const { releases, refusals } = await readPath(path);
    const about = { format: 'wxr', file };
    if (wanted['wellFormed'] === false || wanted['wxrVersion'] === null) {
      judgements.push({
        ...about,
        question: 'said to be no whole export',
        right: refusals.length > 0,
        why: 'nothing was said',
      });
      continue;
    }
    const posts = (wanted['byType'] as Readonly<Record<string, number>>)['post'] ?? 0;
    const first = wanted['firstPost'] as { readonly title: string; readonly date: string | null };
    judgements.push({
      ...about,
      question: 'number of posts',
      right: releases.length === posts,
      why: `${String(releases.length)} of ${String(posts)}`,
    });
    const post = releases.find(({ title }) => plain(title) === plain(first.title));
    judgements.push(
      {
        ...about,
        question: 'first title',
        right: post !== undefined,
        why: `no post "${first.title}"`,
      },
      {
        ...about,
        question: 'first date',
        right: (post?.publicationDate ?? null) === (first.date?.slice(0, 10) ?? null),
        why: `${String(post?.publicationDate)} for ${String(first.date)}`,
      },
    );
  }
  return judgements;
};
