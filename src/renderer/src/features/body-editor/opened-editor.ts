import { Fragment, type Node } from '@tiptap/pm/model';
import type { Editor, JSONContent } from '@tiptap/react';
import { bodySchema } from './body-schema';
import { openBody } from './markdown/from-markdown';
import { KeptSource } from './markdown/kept-source';

/** A body as the editor begins with it. */
export interface Opening {
  readonly content: JSONContent;
  /** To be called with the document that the editor made of it. */
  readonly began: (doc: Node) => KeptSource;
}

export function opening(body: string): Opening {
  const opened = openBody(body, bodySchema);
  const nodes = opened.blocks.map(({ node }) => node.toJSON() as JSONContent);
  return {
    content: { type: 'doc', content: nodes.length === 0 ? [{ type: 'paragraph' }] : nodes },
    began: (doc) => {
      const source = new KeptSource();
      source.open(opened, doc);
      return source;
    },
  };
}

/**
 * Takes over a body that was changed elsewhere: only the blocks that differ are replaced, so that the
 * cursor stays and it can be undone.
 */
export function takeOver(editor: Editor, source: KeptSource, body: string): void {
  const { state } = editor;
  const opened = openBody(body, state.schema);
  // The line for the cursor behind the last block is no part of the body.
  const last = state.doc.children.findLastIndex((node) => source.textOf(node) !== '');
  const shown = state.doc.children.slice(0, last + 1);
  const before = shown.map((node) => source.textOf(node));
  const after = opened.blocks.map(({ text }) => text);
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < most - start && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  const fresh = opened.blocks.slice(start, after.length - end).map(({ node }) => node);
  const isNothing = after.length === 0 && last + 1 === state.doc.childCount;
  const content = isNothing ? (state.schema.topNodeType.createAndFill()?.children ?? []) : fresh;
  const from = sizeOf(shown.slice(0, start));
  const to = sizeOf(shown.slice(0, shown.length - end));
  const tr = state.tr.replaceWith(from, to, Fragment.fromArray(content));
  source.open(opened, tr.doc);
  editor.view.dispatch(tr);
}

function sizeOf(nodes: readonly Node[]): number {
  return nodes.reduce((sum, { nodeSize }) => sum + nodeSize, 0);
}
