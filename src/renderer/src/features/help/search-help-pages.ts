import type { Segment } from '../../../../shared/search';
import type { HelpPage } from './help-pages';

/** A paragraph, list or heading of a page in which all of what was typed stands. */
export interface HelpHit {
  readonly page: HelpPage;
  /** The heading that it stands under, or '' for the page's own beginning. */
  readonly heading: string;
  readonly segments: readonly Segment[];
}

const hitsPerPage = 3;
const snippetLength = 120;

/** What is looked for in the pages, folded: any of these is marked. */
export function helpTerms(query: string, pages: readonly HelpPage[]): readonly string[] {
  const words = folded(query).split(/\s+/).filter(Boolean);
  const all = pages.map(({ title, text }) => folded(`${title}\n${text}`));
  const isThere = (term: string): boolean => all.some((text) => text.includes(term));
  return words.flatMap((word) => {
    if (isThere(word) || !/^\p{Script=Han}{3,}$/u.test(word)) return [word];
    // Chinese is typed without spaces: what doesn't stand together is looked for in pairs.
    const pairs = pairsOf(word).filter(isThere);
    return pairs.length === 0 ? [word] : pairs;
  });
}

/** Places with all of the terms, pages whose title has one first. */
export function searchHelpPages(
  terms: readonly string[],
  pages: readonly HelpPage[],
): readonly HelpHit[] {
  if (terms.length === 0) return [];
  const rank = (page: HelpPage): number =>
    terms.filter((term) => folded(page.title).includes(term)).length;
  return [...pages]
    .sort((a, b) => rank(b) - rank(a))
    .flatMap((page) => hitsOf(page, terms).slice(0, hitsPerPage));
}

function hitsOf(page: HelpPage, terms: readonly string[]): readonly HelpHit[] {
  const hits: HelpHit[] = [];
  let heading = '';
  let isFirst = false;
  for (const block of page.text.split(/\n{2,}|\n(?=- )/)) {
    const plain = plainText(block);
    if (/^#+ /.test(block)) {
      heading = plain;
      isFirst = true;
      continue;
    }
    const whole = folded(`${page.title}\n${heading}\n${plain}`);
    // What stands in a heading is shown by what stands first under it.
    const here = folded(isFirst ? `${heading}\n${plain}` : plain);
    isFirst = false;
    const hasAll = terms.every((term) => whole.includes(term));
    if (hasAll && terms.some((term) => here.includes(term))) {
      hits.push({ page, heading, segments: snippet(plain, terms) });
    }
  }
  const isNamed = terms.every((term) => folded(page.title).includes(term));
  if (hits.length > 0 || !isNamed) return hits;
  const [first = ''] = page.text.split('\n\n');
  return [{ page, heading: '', segments: snippet(plainText(first), terms) }];
}

function snippet(text: string, terms: readonly string[]): readonly Segment[] {
  const at = Math.min(...terms.map((term) => placeOf(term, text)));
  const from = !Number.isFinite(at) || at < snippetLength * 0.6 ? 0 : at - snippetLength / 3;
  const start = from === 0 ? 0 : wordBreak(text, Math.round(from));
  const end = start + snippetLength;
  const isCut = end < text.length;
  const cut = isCut
    ? text.slice(start, Math.max(end - 20, text.lastIndexOf(' ', end)))
    : text.slice(start);
  return marked(`${start > 0 ? '…' : ''}${cut}${isCut ? '…' : ''}`, terms);
}

function placeOf(term: string, text: string): number {
  const at = folded(text).indexOf(term);
  return at === -1 ? Infinity : at;
}

function wordBreak(text: string, near: number): number {
  const space = text.indexOf(' ', near);
  return space !== -1 && space - near < 20 ? space + 1 : near;
}

/** The text in pieces, those that are one of the terms as hits. */
export function marked(text: string, terms: readonly string[]): readonly Segment[] {
  const lower = folded(text);
  const segments: Segment[] = [];
  let plainFrom = 0;
  for (let at = 0; at < lower.length;) {
    const term = terms.find((each) => lower.startsWith(each, at));
    if (term === undefined) {
      at += 1;
      continue;
    }
    if (at > plainFrom) segments.push({ text: text.slice(plainFrom, at), hit: false });
    segments.push({ text: text.slice(at, at + term.length), hit: true });
    at += term.length;
    plainFrom = at;
  }
  if (plainFrom < text.length) segments.push({ text: text.slice(plainFrom), hit: false });
  return segments;
}

/** Markdown without its marks, for snippets. */
function plainText(markdown: string): string {
  return markdown
    .replaceAll(/^(?:#+|-|\d+\.) /gm, '')
    .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replaceAll(/\*\*|`/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

/** Keeps the length, so that a place in the folded text is one in the text. */
function folded(text: string): string {
  const lower = text.toLowerCase();
  return lower.length === text.length ? lower : text;
}

function pairsOf(word: string): readonly string[] {
  const letters = [...word];
  return letters.slice(1).map((letter, index) => `${letters[index] ?? ''}${letter}`);
}
