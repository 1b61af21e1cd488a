import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readSample } from '../../../../src/archive/sample/sample-files';
import type { Credit } from '../../../../src/shared/release';
import { read, values } from './reading';

const seed = resolve(
  process.env['PRESS_ARCHIVE_TEST_DATA'] ?? '../shared/data',
  'seed/szpt-huawei-2022.txt',
);

describe.skipIf(!existsSync(seed))('the release of the agreement between SZPT and Huawei', () => {
  const text = existsSync(seed) ? readFileSync(seed, 'utf8') : '';
  const release = read(text);
  const quote = (span: { start: number; end: number } | undefined) =>
    text.slice(span?.start ?? 0, span?.end ?? 0);

  it('has its headline and its two dates', () => {
    const headline = 'SZPT Signed a Comprehensive Strategic Cooperation Agreement with Huawei';
    expect(release.language).toBe('en');
    expect(release.headline?.value).toBe(headline);
    expect(quote(release.headline?.span)).toBe(headline);
    expect(release.publicationDate?.value).toBe('2022-08-04');
    expect(quote(release.publicationDate?.span)).toBe('August 4, 2022');
    expect(release.eventDate?.value).toBe('2022-07-15');
    expect(quote(release.eventDate?.span)).toBe('July 15');
    expect(release.byline).toBeNull();
  });

  it('has five captions between five paragraphs', () => {
    const captions = [
      'The signing ceremony was held at Huawei Headquarters',
      'Cai Maozhou delivered a speech',
      'Yang Xinbin delivered a speech',
      'Chen Bin delivered a speech',
      'The two sides signed a comprehensive strategic cooperation agreement',
    ];
    expect(values(release.captions)).toEqual(captions);
    expect(release.captions.map(({ span }) => quote(span))).toEqual(captions);
    expect(
      values(release.paragraphs).map((value) => value.split(' ').slice(0, 3).join(' ')),
    ).toEqual([
      'On July 15,',
      'Cai Maozhou said',
      'Yang Xinbin, on',
      'Chen Bin said,',
      'It is reported',
    ]);
  });

  it('has both credits of the brackets that span two blocks', () => {
    expect(release.textCredit?.value).toEqual({
      name: 'Jiang Tao',
      organisation: 'Office of Academic Affairs',
    });
    expect(release.photoCredit?.value).toEqual({
      name: 'Zhang Lei',
      organisation: 'Department of Publicity',
    });
    expect(quote(release.photoCredit?.span)).toBe(
      'Photo by Zhang Lei from Department of Publicity',
    );
  });

  it('proposes Huawei first, with every mention and without its departments', () => {
    const [first, ...others] = release.partners;
    expect(first).toMatchObject({ name: 'Huawei', inHeadline: true, confidence: 'high' });
    expect(first?.mentions).toHaveLength(text.split('Huawei').length - 1);
    expect(others.filter(({ name }) => name.includes('Huawei'))).toEqual([]);
    expect(others.filter(({ confidence }) => confidence === 'high')).toEqual([]);
  });

  it('has eight people with their titles', () => {
    expect(values(release.people).map(({ name }) => name)).toEqual([
      'Cai Maozhou',
      'Yang Xinbin',
      'Xu Jianling',
      'Li Yue',
      'Chen Bin',
      'Sun Gang',
      'Suo Fei',
      'Li Songmeng',
    ]);
    expect(release.people[2]?.value.title).toBe(
      'Deputy Secretary of the Party Committee & President of SZPT',
    );
    expect(quote(release.people[3]?.span)).toBe('Li Yue, Vice President of SZPT');
  });
});

const samples = resolve('resources/sample');
const { releases } = await readSample(samples);

describe('the sample releases, as they arrived', () => {
  const arrived = releases.flatMap((sample) =>
    sample.source === null ? [] : [[sample.source, sample] as const],
  );

  it.each(arrived)('%s', (source, sample) => {
    const release = read(readFileSync(resolve(samples, 'sources', source), 'utf8'));
    expect(release.language).toBe(sample.language);
    expect(release.headline?.value ?? null).toBe(sample.headline);
    expect(release.publicationDate?.value ?? null).toBe(sample.published);
    expect(release.eventDate?.value ?? null).toBe(sample.event);
    expect(values(release.captions)).toEqual(sample.photos.map(({ caption }) => caption));
    expect(values(release.paragraphs).join('\n\n')).toBe(sample.body);
    expect(creditText(release.textCredit?.value)).toBe(sample.textCredit);
    expect(creditText(release.photoCredit?.value)).toBe(sample.photoCredit);
  });
});

function creditText(credit: Credit | undefined): string | null {
  if (credit === undefined) return null;
  return [credit.name, credit.organisation].filter((part) => part !== '').join(', ');
}
