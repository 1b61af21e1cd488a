import { memo, useMemo } from 'react';
import Markdown, { type Components } from 'react-markdown';

/* The archive never touches the network: an address is something to read, not somewhere to go. The
   release's own headings rank below its headline. */
const components: Components = {
  a: ({ href, children }) => (
    <span className="link-text" title={href}>
      {children}
    </span>
  ),
  img: ({ alt }) => <span className="link-text">{alt}</span>,
  h1: ({ children }) => <h2>{children}</h2>,
  h2: ({ children }) => <h3>{children}</h3>,
  h3: ({ children }) => <h4>{children}</h4>,
};

interface ReleaseBodyProps {
  readonly body: string;
  readonly dateline: string;
}

/** The Markdown body; the dateline runs into the first paragraph, as in print. */
export const ReleaseBody = memo(function ReleaseBody({ body, dateline }: ReleaseBodyProps) {
  const plugins = useMemo(() => [[leadWith, dateline] as [typeof leadWith, string]], [dateline]);
  return (
    <Markdown components={components} rehypePlugins={plugins} skipHtml>
      {body}
    </Markdown>
  );
});

interface TreeNode {
  readonly type: string;
  readonly tagName?: string;
  children?: unknown[];
}

function leadWith(dateline: string): (tree: TreeNode) => void {
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
    const first = nodes.find((node) => node.type === 'element');
    if (first?.tagName === 'p') {
      first.children?.unshift(span, { type: 'text', value: ' ' });
    } else {
      tree.children?.unshift({ type: 'element', tagName: 'p', properties: {}, children: [span] });
    }
  };
}
