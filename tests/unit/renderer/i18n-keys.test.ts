import { describe, expect, it } from 'vitest';
import en from '../../../src/renderer/src/i18n/en.json';
import zh from '../../../src/renderer/src/i18n/zh.json';
import { failureCodes } from '../../../src/shared/reply';

const sources = Object.values(
  import.meta.glob<string>('../../../src/renderer/src/**/*.{ts,tsx}', {
    query: '?raw',
    import: 'default',
    eager: true,
  }),
).join('\n');

interface Texts {
  readonly [key: string]: string | Texts;
}

function leaves(texts: Texts, prefix = ''): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(texts).flatMap(([key, value]) =>
      typeof value === 'string'
        ? [[prefix + key, value] as const]
        : [...leaves(value, `${prefix}${key}.`)],
    ),
  );
}

/** English has two plural forms and Chinese one; both are the same key. */
function keysOf(texts: ReadonlyMap<string, string>): ReadonlySet<string> {
  return new Set([...texts.keys()].map((key) => key.replace(/_(one|other)$/, '')));
}

const english = leaves(en);
const chinese = leaves(zh);
const keys = keysOf(english);

const literals = new Set(
  [...sources.matchAll(/'([a-zA-Z]+(?:\.[a-zA-Z-]+)+)'/g)].map((match) => match[1] ?? ''),
);
/** `failure.${…}` stands for every key that begins so. */
const beginnings = [...sources.matchAll(/`([a-zA-Z]+(?:\.[a-zA-Z]+)*\.)\$\{/g)].map(
  (match) => match[1] ?? '',
);
const sections = new Set(Object.keys(en));

describe('the interface texts', () => {
  it('have the same keys in both languages', () => {
    expect([...keysOf(chinese)].sort()).toEqual([...keys].sort());
  });

  it('fill in the same values in both languages', () => {
    const holes = (text: string): string =>
      [...new Set([...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1] ?? ''))]
        // Where one form fits every number, the number may go unsaid.
        .filter((name) => name !== 'count')
        .sort()
        .join(' ');
    for (const [key, text] of chinese) {
      const other = english.get(key);
      if (other !== undefined) expect(`${key}: ${holes(text)}`).toBe(`${key}: ${holes(other)}`);
    }
  });

  it('exist for every key that the interface uses', () => {
    const used = [...literals].filter((key) => sections.has(key.split('.')[0] ?? ''));
    expect(used.filter((key) => !keys.has(key))).toEqual([]);
  });

  it('are all used', () => {
    const isUsed = (key: string): boolean =>
      literals.has(key) || beginnings.some((beginning) => key.startsWith(beginning));
    expect([...keys].filter((key) => !isUsed(key))).toEqual([]);
  });

  it('have a sentence for every way in which a request can fail', () => {
    expect(failureCodes.filter((code) => !keys.has(`failure.${code}`))).toEqual([]);
  });

  it('use Chinese punctuation in Chinese sentences', () => {
    const wrong = [...chinese].filter(([, text]) => /\p{Script=Han}[,:;?()]/u.test(text));
    expect(wrong).toEqual([]);
  });
});
