import type { ParsedQuery, QueryNode } from './query';

const longestTypedQuery = 20;

/** What the window's facets add behind a text; nobody's prose ends like that. */
const facetStart = /(?:^|\s)(?:partner|person|tag|status|lang|year):$/;
const longestFacetStart = 9;

const ideographOrRun =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[^\s\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+/gu;
const letterOrDigit = /[\p{L}\p{N}]/u;
const ideograph = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]$/u;

/** Two Han characters or kana count as one word. */
function wordsOf(text: string): number {
  let count = 0;
  for (const [run] of text.matchAll(ideographOrRun)) {
    if (ideograph.test(run)) count += 0.5;
    else if (letterOrDigit.test(run)) count += 1;
  }
  return count;
}

/** Words that the query holds; names, dates and other values of fields are none. */
function lengthInWords(nodes: readonly QueryNode[]): number {
  return nodes.reduce((sum, node) => {
    if (node.kind === 'not') return sum + lengthInWords([node.node]);
    if (node.kind === 'or' || node.kind === 'and') return sum + lengthInWords(node.nodes);
    return sum + (node.kind === 'words' || node.kind === 'phrase' ? wordsOf(node.text) : 0);
  }, 0);
}

/** Where the facets' pieces at the end begin: ` partner:"…" year:"2022"`. */
function facetsFrom(text: string): number {
  let from = text.trimEnd().length;
  for (;;) {
    const end = text.slice(0, from).trimEnd().length;
    if (text[end - 1] !== '"') return from;
    let open = text.lastIndexOf('"', end - 2);
    while (open > 0 && text[open - 1] === '\\') open = text.lastIndexOf('"', open - 1);
    const before = text.slice(Math.max(0, open - longestFacetStart), Math.max(0, open));
    const [start] = facetStart.exec(before) ?? [];
    if (start === undefined) return from;
    from = open - start.length;
  }
}

/** Between its first and last characters. */
export function hasLineBreak(text: string): boolean {
  return /[\r\n]/.test(text.trim());
}

/** Whether these, read from `text`, are more words than anyone types. */
export function isTooLong(text: string, nodes: readonly QueryNode[]): boolean {
  // A word has a character at least, and most questions are short.
  return text.length > longestTypedQuery && lengthInWords(nodes) > longestTypedQuery;
}

/** Searches a text as it is, with the facets that the window has added to it. */
export function pastedQuery(
  text: string,
  readFacets: (facets: string) => readonly QueryNode[],
): ParsedQuery {
  const end = facetsFrom(text);
  const words = [...text.slice(0, end).matchAll(/\S+/g)].map((match): QueryNode => ({
    kind: 'words',
    text: match[0],
    prefix: null,
    field: null,
    range: { start: match.index, end: match.index + match[0].length },
  }));
  const facets = readFacets(text.slice(end)).map((node) => ({
    ...node,
    range: { start: node.range.start + end, end: node.range.end + end },
  }));
  return { nodes: [...words, ...facets], notes: [], pasted: true };
}
