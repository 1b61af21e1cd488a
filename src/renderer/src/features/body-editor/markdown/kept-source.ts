import type { Node } from '@tiptap/pm/model';
import type { OpenedBody } from './from-markdown';
import { blockMarkdown } from './to-markdown';

interface Origin {
  readonly text: string;
  /** Where it stood in the body that was opened. */
  readonly index: number;
}

/**
 * Writes a document of the editor as Markdown: blocks that are as they were opened, letter by letter;
 * only changed ones are written anew. A document without a change gives the body that was opened.
 */
export class KeptSource {
  #gaps: readonly string[] = [''];
  #origins = new WeakMap<Node, Origin>();
  /** By what they say: a change that was taken back makes another node of the same content. */
  #opened = new Map<string, { readonly node: Node; readonly origin: Origin }[]>();
  readonly #written = new WeakMap<Node, string>();

  /** `doc` shows what `body` was opened to, block by block. */
  open({ blocks, gaps }: OpenedBody, doc: Node): void {
    this.#gaps = gaps;
    this.#origins = new WeakMap();
    this.#opened = new Map();
    blocks.forEach(({ text }, index) => {
      const node = doc.maybeChild(index);
      if (node === null) return;
      const origin = { text, index };
      this.#origins.set(node, origin);
      const key = keyOf(node);
      const alike = this.#opened.get(key);
      if (alike === undefined) this.#opened.set(key, [{ node, origin }]);
      else alike.push({ node, origin });
    });
  }

  markdownOf(doc: Node): string {
    let result = '';
    let last: {
      readonly node: Node;
      readonly text: string;
      readonly origin: Origin | null;
    } | null = null;
    for (const node of doc.children) {
      const origin = this.#originOf(node);
      let text = origin?.text ?? this.#textOf(node);
      if (text === '') continue;
      const isNext = last !== null && origin !== null && last.origin?.index === origin.index - 1;
      if (last !== null && !isNext) {
        if (signOf(last.text) !== '' && signOf(last.text) === signOf(text)) {
          text = withOtherSign(node, last.text, text);
        } else if (/^(?: {4}|\t)/u.test(text) && node.type.name === 'codeBlock') {
          text = this.#textOf(node);
        }
        if (last.origin !== null && isOpenFence(last.text) && last.node.type.name === 'codeBlock') {
          result += `\n${/^(`+|~+)/u.exec(last.text)?.[0] ?? ''}`;
        }
      }
      const gap: string =
        last === null
          ? origin?.index === 0
            ? (this.#gaps[0] ?? '')
            : ''
          : isNext
            ? (this.#gaps[origin.index] ?? '')
            : '\n\n';
      result += gap + text;
      last = { node, text, origin };
    }
    // Nothing but the body's own empty lines, where it had no block at all.
    if (last === null) return this.#gaps.length === 1 ? (this.#gaps[0] ?? '') : '';
    return last.origin?.index === this.#gaps.length - 2
      ? result + (this.#gaps.at(-1) ?? '')
      : result;
  }

  /** The Markdown of one block. */
  textOf(node: Node): string {
    return this.#originOf(node)?.text ?? this.#textOf(node);
  }

  #originOf(node: Node): Origin | null {
    const known = this.#origins.get(node);
    if (known !== undefined) return known;
    if (this.#written.has(node)) return null;
    const same = this.#opened.get(keyOf(node))?.find((opened) => opened.node.eq(node));
    if (same === undefined) return null;
    this.#origins.set(node, same.origin);
    return same.origin;
  }

  #textOf(node: Node): string {
    let text = this.#written.get(node);
    if (text === undefined) {
      text = blockMarkdown(node);
      this.#written.set(node, text);
    }
    return text;
  }
}

function keyOf(node: Node): string {
  return `${node.type.name} ${String(node.nodeSize)} ${node.textContent.slice(0, 200)}`;
}

/** What the items of a list begin with: "-", "*", "+", "." or ")"; '' for what is no list. */
function signOf(text: string): string {
  const [, bullet, delimiter] = /^(?:([-*+])|\d{1,9}([.)]))(?:[ \n]|$)/u.exec(text) ?? [];
  return bullet ?? delimiter ?? '';
}

function withOtherSign(node: Node, before: string, text: string): string {
  for (const signs of ['usual', 'other'] as const) {
    const written = blockMarkdown(node, signs);
    if (signOf(written) !== signOf(before)) return written;
  }
  return text;
}

function isOpenFence(text: string): boolean {
  const [, open = ''] = /^(`{3,}|~{3,})/u.exec(text) ?? [];
  if (open === '') return false;
  const lines = text.split('\n');
  const end = lines.length > 1 ? (lines.at(-1)?.trim() ?? '') : '';
  return !(end.startsWith(open) && end.replaceAll(open[0] ?? '', '') === '');
}
