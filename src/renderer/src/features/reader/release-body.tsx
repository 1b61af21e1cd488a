import { createContext, memo, use, useMemo, type ReactNode } from 'react';
import Markdown, { type Components, type ExtraProps } from 'react-markdown';
import type { PhotoId } from '../../../../shared/photo';
import { bodySyntax } from '../body-editor/markdown/body-syntax';
import { leadWith, placePhotos } from './body-tree';

type WritePhoto = (id: PhotoId) => ReactNode;

/* Beside the components, so that a photo stays the same element while the release around it changes. */
const PhotoWriter = createContext<WritePhoto>(() => null);

function PlacedPhoto({ node }: ExtraProps) {
  const write = use(PhotoWriter);
  const id = node?.properties['photo'];
  return typeof id === 'string' ? write(id) : null;
}

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
  figure: PlacedPhoto,
};

interface ReleaseBodyProps {
  readonly body: string;
  readonly dateline: string;
  /** What stands in the place of a photo; null where the release doesn't have it. */
  readonly photo: WritePhoto;
}

/** The Markdown body with its photos; the dateline runs into the first paragraph, as in print. */
export const ReleaseBody = memo(function ReleaseBody({ body, dateline, photo }: ReleaseBodyProps) {
  const rehype = useMemo(
    () => [
      [placePhotos, body] as [typeof placePhotos, string],
      [leadWith, dateline] as [typeof leadWith, string],
    ],
    [body, dateline],
  );
  return (
    <PhotoWriter value={photo}>
      <Markdown
        components={components}
        remarkPlugins={[bodySyntax]}
        rehypePlugins={rehype}
        skipHtml
      >
        {body}
      </Markdown>
    </PhotoWriter>
  );
});
