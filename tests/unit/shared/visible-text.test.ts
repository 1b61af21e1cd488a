import { expect, it } from 'vitest';
import { visibleText } from '../../../src/shared/visible-text';

it.each([
  ['plain name.txt', 'plain name.txt'],
  ['新闻稿 🌊.txt', '新闻稿 🌊.txt'],
  ['a\nb.txt', String.raw`a\nb.txt`],
  ['red\u001b[31m.txt', String.raw`red\x1b[31m.txt`],
  ['cod\u202etxt.exe', String.raw`cod\u202etxt.exe`],
  ['\u2066a\u2069\u200f\u009b', String.raw`\u2066a\u2069\u200f\x9b`],
  ['half \udce9', String.raw`half \udce9`],
])('shows all of %j', (name, shown) => {
  expect(visibleText(name)).toBe(shown);
});
