import type { Editor } from '@tiptap/react';
import { EditorState, TextSelection, type Transaction } from '@tiptap/pm/state';
import { describe, expect, it } from 'vitest';
import { bodySchema } from '../../../../src/renderer/src/features/body-editor/body-schema';
import type { KeptSource } from '../../../../src/renderer/src/features/body-editor/markdown/kept-source';
import { opening, takeOver } from '../../../../src/renderer/src/features/body-editor/opened-editor';
import {
  borderAtCursor,
  moveBlock,
  onePlaceEach,
  placePhotos,
} from '../../../../src/renderer/src/features/body-editor/photo-places';
import { photoMark } from '../../../../src/shared/photo-places';

const a = 'a'.repeat(64);
const b = 'b'.repeat(64);

/** An editor without a window: a state, and what replaces it. */
class Desk {
  state: EditorState;
  readonly source: KeptSource;
  steps: Transaction[] = [];

  constructor(body: string) {
    const begin = opening(body);
    const doc = bodySchema.nodeFromJSON(begin.content);
    this.state = EditorState.create({ doc, plugins: [onePlaceEach()] });
    this.source = begin.began(doc);
  }

  readonly view = {
    dispatch: (step: Transaction) => {
      this.steps.push(step);
      this.state = this.state.apply(step);
    },
  };

  get editor(): Editor {
    return this as unknown as Editor;
  }

  get markdown(): string {
    return this.source.markdownOf(this.state.doc);
  }

  cursorIn(block: number): this {
    let at = 1;
    for (let index = 0; index < block; index += 1) at += this.state.doc.child(index).nodeSize;
    const selection = TextSelection.create(this.state.doc, at);
    this.state = this.state.apply(this.state.tr.setSelection(selection));
    return this;
  }
}

describe('photos in the editor', () => {
  it('go behind the block with the cursor, and are selected', () => {
    const desk = new Desk('One.\n\nTwo.').cursorIn(0);
    desk.view.dispatch(placePhotos(desk.state, [a, b], borderAtCursor(desk.state)));
    expect(desk.markdown).toBe(`One.\n\n${photoMark(a)}\n\n${photoMark(b)}\n\nTwo.`);
    expect(desk.state.doc.nodeAt(desk.state.selection.from)?.attrs['photoId']).toBe(b);
  });

  it('move when they have a place already', () => {
    const desk = new Desk(`${photoMark(a)}\n\nOne.\n\nTwo.`);
    desk.view.dispatch(placePhotos(desk.state, [a], desk.state.doc.content.size));
    expect(desk.markdown).toBe(`One.\n\nTwo.\n\n${photoMark(a)}`);
  });

  it('have one place each', () => {
    const desk = new Desk(`One.\n\n${photoMark(a)}\n\nTwo.`);
    const copy = bodySchema.nodes['photo']!.create({ photoId: a });
    desk.view.dispatch(desk.state.tr.insert(desk.state.doc.content.size, copy));
    expect(desk.markdown).toBe(`One.\n\n${photoMark(a)}\n\nTwo.`);
  });

  it('and paragraphs change places with their neighbours, not beyond the ends', () => {
    const desk = new Desk(`One.\n\n${photoMark(a)}\n\nTwo.`).cursorIn(2);
    expect(moveBlock(desk.editor, -1)).toBe(true);
    expect(desk.markdown).toBe(`One.\n\nTwo.\n\n${photoMark(a)}`);
    expect(moveBlock(desk.editor, -1)).toBe(true);
    expect(moveBlock(desk.editor, -1)).toBe(false);
    expect(desk.markdown).toBe(`Two.\n\nOne.\n\n${photoMark(a)}`);
  });
});

describe('a body that was changed elsewhere', () => {
  it.each([
    ['in the middle', 'One.\n\nTwo *2*.\n\nThree.', 'One.\n\nTwo _two_.\n\n\nThree.'],
    ['at the start', 'One.\n\nTwo.', '# Zero\nOne.\n\nTwo.'],
    ['at the end', 'One.\n\nTwo.', `One.\n\nTwo.\n\n${photoMark(a)}\n`],
    ['all of it', 'One.', 'Two.\n\n- a\n- b'],
    ['to nothing', 'One.', ''],
    ['from nothing', '', 'One.'],
  ])('%s is taken over letter by letter', (_, before, after) => {
    const desk = new Desk(before);
    takeOver(desk.editor, desk.source, after);
    expect(desk.markdown).toBe(after);
  });

  it('leaves the other blocks as they are', () => {
    const desk = new Desk('One.\n\nTwo.\n\nThree.');
    const [first, , third] = desk.state.doc.children;
    takeOver(desk.editor, desk.source, 'One.\n\nTwo and more.\n\nThree.');
    expect(desk.state.doc.child(0)).toBe(first);
    expect(desk.state.doc.child(2)).toBe(third);
  });
});
