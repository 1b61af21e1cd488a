import { describe, expect, it } from 'vitest';
import {
  leadWith,
  placePhotos,
  type TreeNode,
} from '../../../src/renderer/src/features/reader/body-tree';
import { photoMark } from '../../../src/shared/photo-places';

const id = 'a'.repeat(64);

function paragraph(offset: number): TreeNode {
  return { type: 'element', tagName: 'p', children: [], position: { start: { offset } } };
}

function tags(tree: TreeNode): readonly unknown[] {
  return (tree.children as TreeNode[]).map(({ tagName }) => tagName);
}

describe('a body in the reading pane', () => {
  it('has a figure where a photo has its place', () => {
    const body = `${photoMark(id)}\n\nText.`;
    const tree: TreeNode = {
      type: 'root',
      children: [paragraph(0), paragraph(body.indexOf('Text'))],
    };
    placePhotos(body)(tree);
    expect(tags(tree)).toEqual(['figure', 'p']);
    expect((tree.children as TreeNode[])[0]?.properties).toEqual({ photo: id });
  });

  it('has the dateline before its first words, below photos', () => {
    const figure: TreeNode = { type: 'element', tagName: 'figure', children: [] };
    const text = paragraph(0);
    leadWith('BERN')({ type: 'root', children: [figure, text] });
    expect(text.children).toHaveLength(2);
    const only: TreeNode = { type: 'root', children: [figure] };
    leadWith('BERN')(only);
    expect(tags(only)).toEqual(['figure', 'p']);
  });
});
