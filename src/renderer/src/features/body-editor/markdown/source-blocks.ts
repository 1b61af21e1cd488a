import type { RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { syntaxExtensions, treeExtensions } from './body-syntax';

/** A block of a body at its top level: its tree, and the stretch of the body that it was read from. */
export interface SourceBlock {
  readonly tree: RootContent;
  readonly start: number;
  readonly end: number;
}

/*
 * The parser takes about a second for half a million letters, and nearly all of a release is plain
 * paragraphs. A paragraph that starts at the margin ends whatever stood before it, and without any of
 * Markdown's signs it is what it says: only the rest goes through the parser.
 */

/** What may reach over empty lines or be meant from afar: fences, HTML, definitions. */
const reachesFar = /^ {0,3}(?:`{3}|~{3}|<|\[[^\]\n]+\]:)|[\r\0\t]/mu;
const opensBlock = /^(?:[ #>\-+*=|:_`~[]|\d{1,9}[.)])/mu;
const inlineSign = /[\\`*_[<&~]/u;
const endsInSpace = / $/mu;

export function sourceBlocks(body: string): readonly SourceBlock[] {
  if (reachesFar.test(body)) return parsedBlocks(body, 0);
  const blocks: SourceBlock[] = [];
  let waitingFrom: number | null = null;
  // With the empty lines behind it: spaces in them may belong to code.
  const parseWaiting = (end: number): void => {
    if (waitingFrom === null) return;
    blocks.push(...parsedBlocks(body.slice(waitingFrom, end), waitingFrom));
    waitingFrom = null;
  };
  for (const { start, end } of runsOfLines(body)) {
    const text = body.slice(start, end);
    if (opensBlock.test(text) || text.includes('|')) {
      waitingFrom ??= start;
      continue;
    }
    parseWaiting(start);
    if (inlineSign.test(text) || endsInSpace.test(text)) blocks.push(...parsedBlocks(text, start));
    else blocks.push({ tree: plainParagraph(text), start, end });
  }
  parseWaiting(body.length);
  return blocks;
}

/** Stretches of lines that aren't empty. */
function* runsOfLines(body: string): Generator<{ readonly start: number; readonly end: number }> {
  let start = -1;
  let at = 0;
  for (const line of body.split('\n')) {
    if (line.trim() === '' && /^ *$/u.test(line)) {
      if (start !== -1) yield { start, end: at - 1 };
      start = -1;
    } else if (start === -1) {
      start = at;
    }
    at += line.length + 1;
  }
  if (start !== -1) yield { start, end: body.length };
}

function plainParagraph(value: string): RootContent {
  return { type: 'paragraph', children: [{ type: 'text', value }] };
}

export function parsedBlocks(text: string, offset: number): readonly SourceBlock[] {
  const root = fromMarkdown(text, {
    extensions: syntaxExtensions(),
    mdastExtensions: treeExtensions(),
  });
  return root.children.map((tree) => ({
    tree,
    start: offset + (tree.position?.start.offset ?? 0),
    end: offset + (tree.position?.end.offset ?? text.length),
  }));
}
