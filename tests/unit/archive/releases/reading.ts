import type { Guess, ParsedRelease } from '../../../../src/shared/parsed-release';
import type { Partner } from '../../../../src/shared/partner';
import { parsePressRelease } from '../../../../src/archive/releases/press-release-parser';

interface Knowledge {
  readonly names?: readonly string[];
  readonly partners?: readonly Partner[];
}

/** Reads a text as an archive would that knows the given names of its own and these partners. */
export function read(text: string, { names = [], partners = [] }: Knowledge = {}): ParsedRelease {
  const [name = '', ...otherNames] = names;
  return parsePressRelease(text, { institution: { name, otherNames }, partners });
}

export function partner(id: string, name: string, ...aliases: readonly string[]): Partner {
  return {
    id,
    name,
    aliases: aliases.map((alias) => ({ name: alias, language: 'und' })),
    kind: 'company',
    country: '',
    note: '',
  };
}

export function values<T>(guesses: readonly Guess<T>[]): readonly T[] {
  return guesses.map(({ value }) => value);
}

/** A paragraph long enough to be running text and with nothing to recognise in it. */
export const englishText =
  'The new workshop gives the students of the harbour town a place to try out what they have learned, and it is open to neighbours on weekends, when nobody else needs the machines or the tables.';
export const chineseText =
  '双方将在课程开发、师资培训、实习就业等方面开展全方位合作，学生可以在真实的车间里学习，教师也可以到企业里锻炼，把新的工艺和新的方法带回课堂，服务当地的产业和居民。';
