import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parsePressRelease } from '../../../src/archive/releases/press-release-parser';
import type { Judgement } from './judged';

/** The release that the program was first made for, field by field; see the README of the material. */
export async function judgeSeed(folder: string): Promise<readonly Judgement[]> {
  const file = 'szpt-huawei-2022.txt';
  const text = await readFile(join(folder, file), 'utf8');
  const parsed = parsePressRelease(text, {
    institution: { name: '', otherNames: [] },
    partners: [],
  });
  const [headline = ''] = text.split('\n');
  const body = parsed.paragraphs.map(({ value }) => value).join('\n');
  const sentencesHere = ['On July 15,', 'Cai Maozhou said', 'Chen Bin said', 'It is reported'];
  const fields: readonly (readonly [string, unknown, unknown])[] = [
    ['headline', parsed.headline?.value, headline.trim()],
    ['publication date', parsed.publicationDate?.value, '2022-08-04'],
    ['event date', parsed.eventDate?.value, '2022-07-15'],
    ['captions', parsed.captions.length, 5],
    ['text credit', parsed.textCredit?.value.organisation, 'Office of Academic Affairs'],
    ['photo credit', parsed.photoCredit?.value.organisation, 'Department of Publicity'],
    ['partner', parsed.partners.some(({ name }) => name === 'Huawei'), true],
    [
      'people with titles',
      parsed.people.filter(({ value }) => value.title !== '').length >= 7,
      true,
    ],
    ['body', sentencesHere.every((opening) => body.includes(opening)), true],
  ];
  return fields.map(([question, ours, expected]) => ({
    format: 'seed',
    file,
    question,
    right: ours === expected,
    why: `${String(ours)} for ${String(expected)}`,
  }));
}
