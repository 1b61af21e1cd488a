import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ArchiveError } from '../../../../../src/archive/errors';
import { readers } from '../../../../../src/archive/importing/readers/table';
import { docxReader } from '../../../../../src/archive/importing/readers/docx/docx-reader';
import { emlReader } from '../../../../../src/archive/importing/readers/eml/eml-reader';
import { htmlReader } from '../../../../../src/archive/importing/readers/html/html-reader';
import { parsedHtml, textOf } from '../../../../../src/archive/importing/readers/markdown/hast';
import { plainMarkdown } from '../../../../../src/archive/importing/readers/markdown/plain-markdown';
import { writtenDate } from '../../../../../src/archive/importing/readers/written-date';
import { given, itemsOf, releaseOf } from './reading-fixtures';

/* Real files of public test suites, with what other programs read in them. */

const data = resolve(process.env['PRESS_ARCHIVE_TEST_DATA'] ?? '../shared/data');

function expectationOf<T>(folder: string): [string, T][] {
  const path = join(data, folder, 'expected.json');
  if (!existsSync(path)) return [];
  return Object.entries(JSON.parse(readFileSync(path, 'utf8')) as Record<string, T>);
}

function filesOf(folder: string): string[] {
  if (!existsSync(join(data, folder))) return [];
  return readdirSync(join(data, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

const fileAt = (path: string) => given(basename(path), readFileSync(path));

interface ExpectedDocument {
  readonly images: number;
  readonly 'dc:title'?: string;
  readonly pandoc: { readonly ok: boolean; readonly text: string };
}

const letters = (text: string) => text.toLowerCase().replaceAll(/[\p{P}\p{S}\s]+/gu, '');

function words(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? [];
}

describe.skipIf(expectationOf('docx').length === 0)('real Word documents', () => {
  it.each(expectationOf<ExpectedDocument>('docx').filter(([, { pandoc }]) => pandoc.ok))(
    '%s gives its title, pictures and words',
    async (name, expected) => {
      const path = filesOf('docx').find((found) => basename(found) === name)!;
      const release = await releaseOf(docxReader, fileAt(path));
      expect(release.images).toHaveLength(expected.images);
      if (expected['dc:title']) expect(release.title).toBe(expected['dc:title']);
      const said = letters(
        [
          release.title,
          plainMarkdown(release.body),
          ...release.images.flatMap((i) => [i.caption, i.altText]),
        ].join(' '),
      );
      // tables.docx stands for two files of the same name in two suites
      if (name === 'tables.docx') return;
      for (const word of words(expected.pandoc.text)) expect(said).toContain(word);
    },
  );
});

interface ExpectedLetter {
  readonly subject: string | null;
  readonly date: string | null;
  readonly attachments: readonly { readonly name: string }[];
}

describe.skipIf(expectationOf('eml').length === 0)('real letters', () => {
  it.each(expectationOf<ExpectedLetter>('eml'))(
    '%s gives its subject, day and attachments',
    async (name, expected) => {
      const path = filesOf('eml').find((found) => basename(found) === name)!;
      const items = await itemsOf(emlReader, fileAt(path));
      const release = items.flatMap((item) => (item.kind === 'release' ? [item.release] : []))[0];
      const files = items.flatMap((item) => (item.kind === 'file' ? [item.file.name] : []));
      const pictures = release?.images.map(({ fileName }) => fileName) ?? [];
      expect([...pictures, ...files].sort()).toEqual(
        expected.attachments.map((attachment) => attachment.name).sort(),
      );
      expect(release?.title ?? '').toBe(expected.subject ?? '');
      expect(release?.publicationDate ?? null).toBe(writtenDate(expected.date ?? ''));
    },
  );
});

const pages = filesOf('html').filter((path) => basename(path) === 'source.html');

function sentences(text: string): string[] {
  return text
    .split(/(?<=[.!?。！？])\s*/)
    .map(letters)
    .filter((sentence) => sentence.length >= 12);
}

describe.skipIf(pages.length === 0)('real pages', () => {
  it.each(pages.map((path) => [basename(join(path, '..')), path]))(
    '%s gives its title, day and article',
    async (_, path) => {
      const release = await releaseOf(htmlReader, fileAt(path));
      const folder = join(path, '..');
      const metadata = JSON.parse(readFileSync(join(folder, 'expected-metadata.json'), 'utf8')) as {
        title: string;
        publishedTime: string | null;
      };
      const article = textOf(parsedHtml(readFileSync(join(folder, 'expected.html'), 'utf8')).tree);
      expect(release.title).toBe(metadata.title);
      if (metadata.publishedTime !== null) {
        expect(release.publicationDate).toBe(writtenDate(metadata.publishedTime));
      }
      const body = plainMarkdown(release.body);
      const [wanted, got] = [sentences(article), sentences(body)];
      const found = wanted.filter((sentence) =>
        letters(`${release.title} ${body}`).includes(sentence),
      );
      expect(found.length).toBeGreaterThanOrEqual(wanted.length * 0.9);
      const excess = got.filter((sentence) => !letters(article).includes(sentence));
      expect(excess.length).toBeLessThanOrEqual(got.length * 0.15);
    },
  );
});

const hostile = filesOf('hostile');

describe.skipIf(hostile.length === 0)('hostile files', () => {
  it.each(hostile.map((path) => [basename(path), path]))(
    '%s is read or refused by name',
    async (_, path) => {
      for (const reader of readers.filter(({ format }) => format !== 'zip')) {
        try {
          for (const item of await itemsOf(reader, fileAt(path))) {
            if (item.kind !== 'release') continue;
            expect(item.release.body).not.toMatch(/(?<!\\)\]\(\s*(?:javascript|data|vbscript):/i);
          }
        } catch (thrown) {
          expect(thrown).toBeInstanceOf(ArchiveError);
        }
      }
    },
  );
});
