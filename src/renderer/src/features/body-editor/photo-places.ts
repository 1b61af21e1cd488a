import type { Editor } from '@tiptap/react';
import type { Node } from '@tiptap/pm/model';
import {
  NodeSelection,
  Plugin,
  PluginKey,
  TextSelection,
  type EditorState,
  type Transaction,
} from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import type { PhotoId } from '../../../../shared/photo';

/** Where the place of a photo is; null where it has none. */
export function placeOf(doc: Node, id: PhotoId): number | null {
  let found: number | null = null;
  doc.forEach((node, at) => {
    if (node.type.name === 'photo' && node.attrs['photoId'] === id) found ??= at;
  });
  return found;
}

/** The border between two blocks that is nearest to the pointer. */
export function borderAt(view: EditorView, event: MouseEvent): number {
  const { doc } = view.state;
  const children = [...view.dom.children];
  let border = doc.content.size;
  for (const child of children) {
    const { top, height } = child.getBoundingClientRect();
    if (event.clientY >= top + height / 2) continue;
    const inside = doc.resolve(Math.min(view.posAtDOM(child, 0), doc.content.size));
    border = inside.depth === 0 ? inside.pos : inside.before(1);
    break;
  }
  return border;
}

/** The border behind the block with the cursor. An empty paragraph gives its own place away. */
export function borderAtCursor({ selection }: EditorState): number {
  const { $to } = selection;
  return $to.depth === 0 ? $to.pos : $to.after(1);
}

/** Puts photos there, in this order; one that has a place already moves. */
export function placePhotos(state: EditorState, ids: readonly PhotoId[], at: number): Transaction {
  const { tr, schema } = state;
  const start = tr.doc.resolve(at);
  const before = start.nodeBefore;
  const fresh = ids.flatMap((photoId) => schema.nodes['photo']?.create({ photoId }) ?? []);
  const isEmptyLine = before?.type.name === 'paragraph' && before.content.size === 0;
  const from = isEmptyLine ? at - before.nodeSize : at;
  for (const id of ids) {
    const old = placeOf(tr.doc, id);
    if (old !== null) tr.delete(old, old + 1);
  }
  const target = tr.mapping.map(from);
  tr.replaceWith(target, tr.mapping.map(at), fresh);
  const last = target + fresh.length - 1;
  if (tr.doc.nodeAt(last) !== null) tr.setSelection(NodeSelection.create(tr.doc, last));
  return tr.scrollIntoView();
}

/** Moves the block with the cursor one up or down. */
export function moveBlock(editor: Editor, step: -1 | 1): boolean {
  const { state } = editor;
  const { $from, from, to } = state.selection;
  const index = $from.index(0);
  const node = state.doc.maybeChild(index);
  const other = state.doc.maybeChild(index + step);
  if (node == null || other == null) return false;
  const start = $from.depth === 0 ? $from.pos : $from.before(1);
  const [first, second] = step === -1 ? [other, node] : [node, other];
  const at = step === -1 ? start - other.nodeSize : start;
  const shift = step * other.nodeSize;
  const tr = state.tr.replaceWith(at, at + first.nodeSize + second.nodeSize, [second, first]);
  const selection =
    $from.depth === 0
      ? NodeSelection.create(tr.doc, from + shift)
      : TextSelection.create(tr.doc, from + shift, to + shift);
  editor.view.dispatch(tr.setSelection(selection).scrollIntoView());
  return true;
}

/** A photo has one place: of two, as after copying, the first stays. */
export function onePlaceEach(): Plugin {
  return new Plugin({
    key: new PluginKey('onePlaceEach'),
    appendTransaction: (transactions, _before, { doc, tr }) => {
      if (!transactions.some(({ docChanged }) => docChanged)) return null;
      const seen = new Set<unknown>();
      const double: number[] = [];
      doc.forEach((node, at) => {
        if (node.type.name !== 'photo') return;
        if (seen.has(node.attrs['photoId'])) double.push(at);
        seen.add(node.attrs['photoId']);
      });
      for (const at of double.reverse()) tr.delete(at, at + 1);
      return double.length > 0 ? tr : null;
    },
  });
}
