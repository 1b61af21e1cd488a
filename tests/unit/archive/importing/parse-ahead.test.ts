import { expect, test } from 'vitest';
import { draftRelease } from '../../../../src/archive/importing/drafting';
import { contextAhead, parsedAhead } from '../../../../src/archive/importing/parse-ahead';
import type { ReadRelease } from '../../../../src/archive/importing/readers/reader';
import { englishRelease, institution, pngPhoto } from '../../../support/samples';

const context = { institution, partners: [] };
const filler = 'The tank was filled again on Friday. '.repeat(5_000);
const long: ReadRelease = {
  key: '',
  title: 'A title of the file',
  byline: '',
  publicationDate: null,
  status: 'filed',
  tags: [],
  body: `${englishRelease}\n${filler}`,
  images: [],
  remarks: [],
};
const source = { fileName: 'long.txt', sha256: 'a'.repeat(64), bytes: 1, encoding: '' };
const noPhotos = {
  stage: () => Promise.reject(new Error('There is no photo.')),
};

test('a long text that was taken apart where it was read is the same draft', async () => {
  const ahead = await parsedAhead(long, context);
  expect(ahead.parsed?.people.length).toBeGreaterThan(0);
  expect(await draftRelease(ahead, source, noPhotos, context)).toEqual(
    await draftRelease(long, source, noPhotos, context),
  );
});

test('short texts, and those with pictures in them, are left to the archive', async () => {
  const short = { ...long, body: englishRelease };
  expect(await parsedAhead(short, context)).toBe(short);
  const image = {
    fileName: 'a.png',
    bytes: pngPhoto([1, 2, 3]),
    caption: '',
    altText: '',
    creditLine: '',
  };
  const pictured = { ...long, images: [image] };
  expect(await parsedAhead(pictured, context)).toBe(pictured);
});

test('only the reading of a long file is told what the archive knows', () => {
  const known = { archive: { institution }, partners: new Map() };
  expect(contextAhead(1000, known)).toEqual({});
  expect(contextAhead(1_000_000, known)).toEqual({ context });
});
