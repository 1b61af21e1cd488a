import { useMemo } from 'react';
import Markdown, { type Components } from 'react-markdown';
import { Button } from 'react-aria-components';
import { linkedPage, type HelpPage } from './help-pages';
import { marked } from './search-help-pages';
import { ShortcutList } from './shortcut-list';

interface HelpArticleProps {
  readonly page: HelpPage;
  /** What is marked in the text. */
  readonly terms: readonly string[];
  readonly onOpen: (name: string) => void;
}

export function HelpArticle({ page, terms, onOpen }: HelpArticleProps) {
  const components = useMemo<Components>(
    () => ({
      // Other pages of the help open here; any other address is something to read.
      a: ({ href, children }) => {
        const name = linkedPage(href);
        return name === null ? (
          <span className="link-text" title={href}>
            {children}
          </span>
        ) : (
          <Button
            className="help-link"
            onPress={() => {
              onOpen(name);
            }}
          >
            {children}
          </Button>
        );
      },
    }),
    [onOpen],
  );
  const plugins = useMemo(() => [[markTerms, terms] as [typeof markTerms, typeof terms]], [terms]);
  return (
    <article className="help-article selectable" aria-labelledby="help-page-title">
      <h2 id="help-page-title" className="help-title">
        {page.title}
      </h2>
      <Markdown components={components} rehypePlugins={plugins} skipHtml>
        {page.text}
      </Markdown>
      {page.name === 'keyboard' && <ShortcutList />}
    </article>
  );
}

interface TreeNode {
  readonly type: string;
  readonly value?: string;
  children?: TreeNode[];
}

function markTerms(terms: readonly string[]): (tree: TreeNode) => void {
  const walk = (node: TreeNode): void => {
    if (node.children === undefined) return;
    node.children = node.children.flatMap((child) => {
      if (child.type !== 'text' || child.value === undefined) {
        walk(child);
        return [child];
      }
      return marked(child.value, terms).map((segment): TreeNode => {
        const text = { type: 'text', value: segment.text };
        if (!segment.hit) return text;
        const mark = { type: 'element', tagName: 'mark', properties: {}, children: [text] };
        return mark;
      });
    });
  };
  return (tree) => {
    if (terms.length > 0) walk(tree);
  };
}
