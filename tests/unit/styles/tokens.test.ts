import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const folder = join(import.meta.dirname, '../../../src/renderer/src');

function filesEnding(pattern: RegExp): ReadonlyMap<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return new Map(
    names
      .filter((name) => pattern.test(name))
      .map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
  );
}

const sheets = filesEnding(/\.css$/);
const code = [...filesEnding(/\.tsx?$/).values()].join('\n');
const tokensSheet = sheets.get(join('styles', 'tokens.css')) ?? '';

type Half = 'light' | 'dark';

/** What a block of the token sheet says, by the name of the token. */
function tokensOf(selector: string): ReadonlyMap<string, string> {
  const from = tokensSheet.indexOf(`${selector} {`);
  const block = tokensSheet.slice(from, tokensSheet.indexOf('\n}', from));
  return new Map(
    [...block.matchAll(/--([\w-]+):\s*([^;]+);/g)].map((found) => [
      found[1] ?? '',
      (found[2] ?? '').replace(/\s+/g, ' '),
    ]),
  );
}

const plain = tokensOf(':root');
const more = new Map([...plain, ...tokensOf(":root[data-contrast='more']")]);

/** The relative luminance of a token's colour (WCAG 2.2, "relative luminance"). */
function luminance(tokens: ReadonlyMap<string, string>, name: string, half: Half): number {
  const value = tokens.get(name) ?? '';
  const colours = [...value.matchAll(/#[0-9a-f]{6}/g)].map(([colour]) => colour);
  const colour = (half === 'dark' ? colours.at(-1) : colours[0]) ?? '';
  expect(colour, `--${name} is a colour`).not.toBe('');
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(
  tokens: ReadonlyMap<string, string>,
  [text, ground]: readonly [string, string],
  half: Half,
): number {
  const [a, b] = [luminance(tokens, text, half), luminance(tokens, ground, half)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

const grounds = ['page', 'paper', 'desk', 'raised', 'field', 'hover', 'selected'];
const inks = ['ink', 'ink-2'];
const texts: readonly (readonly [string, string])[] = [
  ...inks.flatMap((ink) => grounds.map((ground) => [ink, ground] as const)),
  ['ink-3', 'page'],
  ['ink-3', 'paper'],
  ['ink-3', 'raised'],
  ['ink', 'selected-strong'],
  ['ink', 'mark'],
  ['accent', 'page'],
  ['accent', 'paper'],
  ['on-accent', 'accent-fill'],
  ['good', 'good-soft'],
  ['warn', 'warn-soft'],
  ['bad', 'bad-soft'],
  ['on-tip', 'tip'],
  ...['on-note', 'on-note-2', 'note-good', 'note-bad', 'note-accent'].map(
    (ink) => [ink, 'note'] as const,
  ),
  ['on-stage', 'stage'],
  ['on-stage-2', 'stage'],
];

describe('the colours', () => {
  it.each(['light', 'dark'] as const)('of texts can be read in the %s theme', (half) => {
    const weak = texts.filter((pair) => contrast(plain, pair, half) < 4.5);
    expect(weak.map((pair) => pair.join(' on '))).toEqual([]);
  });

  it.each(['light', 'dark'] as const)('of texts stand out with more contrast, %s', (half) => {
    const weak = texts.filter((pair) => contrast(more, pair, half) < 7);
    expect(weak.map((pair) => pair.join(' on '))).toEqual([]);
  });

  it.each(['light', 'dark'] as const)(
    'of the edges of fields can be seen in the %s theme',
    (half) => {
      expect(contrast(plain, ['field-line', 'field'], half)).toBeGreaterThanOrEqual(3);
      expect(contrast(more, ['field-line', 'field'], half)).toBeGreaterThanOrEqual(7);
    },
  );
});

describe('the sheets', () => {
  const used = [...sheets].flatMap(([path, sheet]) =>
    [...sheet.matchAll(/var\(--([\w-]+)/g)].map((found) => ({ path, name: found[1] ?? '' })),
  );
  const own = new Set(
    [...sheets.values()].flatMap((sheet) =>
      [...sheet.matchAll(/--([\w-]+)\s*:/g)].map((found) => found[1] ?? ''),
    ),
  );

  it('use no token that nobody defines', () => {
    // Of React Aria: it sets them on the element itself.
    const given = new Set(['trigger-width', 'page-height', 'visual-viewport-height']);
    const unknown = used.filter(({ name }) => !own.has(name) && !given.has(name));
    expect(unknown.filter(({ name }) => !isSetInCode(name))).toEqual([]);
  });

  it('leave colours to the tokens, but for what is printed: paper has one theme', () => {
    const loose = [...sheets]
      .filter(([path]) => !path.endsWith('tokens.css') && !path.endsWith('printing.css'))
      .flatMap(([path, sheet]) =>
        [...sheet.matchAll(/#[0-9a-f]{3,8}\b/gi)].map(([colour]) => `${path}: ${colour}`),
      );
    expect(loose).toEqual([]);
  });

  it('define no token that nobody uses', () => {
    const names = new Set(used.map(({ name }) => name));
    expect([...plain.keys()].filter((name) => !names.has(name) && !isSetInCode(name))).toEqual([]);
  });
});

/** Components set or read some themselves. */
function isSetInCode(name: string): boolean {
  return code.includes(`--${name}`);
}
