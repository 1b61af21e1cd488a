import { photoPlaces } from '../../../../shared/photo-places';

/** What these need of the HTML tree that a Markdown body becomes. */
export interface TreeNode {
  readonly type: string;
  tagName?: string;
  properties?: Record<string, unknown>;
  children?: unknown[];
  readonly position?: { readonly start: { readonly offset?: number | undefined } } | undefined;
}

/** Puts `<figure photo="…">` into the places of the photos. */
export function placePhotos(body: string): (tree: TreeNode) => void {
  return (tree) => {
    const places = new Map(photoPlaces(body).map(({ start, photoId }) => [start, photoId]));
    if (places.size === 0) return;
    for (const node of (tree.children ?? []) as TreeNode[]) {
      const photoId = places.get(node.position?.start.offset ?? -1);
      if (photoId === undefined || node.tagName !== 'p') continue;
      node.tagName = 'figure';
      node.properties = { photo: photoId };
      node.children = [];
    }
  };
}

/** Puts the dateline before the first words; photos above them don't part it from them. */
export function leadWith(dateline: string): (tree: TreeNode) => void {
  return (tree) => {
    if (dateline === '') return;
    const text = { type: 'text', value: dateline };
    const span = {
      type: 'element',
      tagName: 'span',
      properties: { className: ['dateline'], dataContent: 'place' },
      children: [text],
    };
    const nodes = (tree.children ?? []) as TreeNode[];
    const first = nodes.findIndex((node) => node.type === 'element' && node.tagName !== 'figure');
    const opening = nodes[first];
    if (opening?.tagName === 'p') {
      opening.children?.unshift(span, { type: 'text', value: ' ' });
    } else {
      const paragraph = { type: 'element', tagName: 'p', properties: {}, children: [span] };
      tree.children?.splice(first === -1 ? nodes.length : first, 0, paragraph);
    }
  };
}
