import {
  createContext,
  memo,
  use,
  useEffect,
  useEffectEvent,
  useMemo,
  useState,
  type ReactNode,
} from 'react';
import Markdown, { type Components, type ExtraProps } from 'react-markdown';
import type { PhotoId } from '../../../../shared/photo';
import { bodySyntax } from '../body-editor/markdown/body-syntax';
import { slicesOf } from './body-slices';
import { leadWith, placePhotos } from './body-tree';

/** Milliseconds after which the next slice comes even to a busy window. */
const longestWaitMs = 200;

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
  /** A long body comes a slice after another; called when all of it is there. */
  readonly onWhole?: () => void;
}

/** The Markdown body with its photos; the dateline runs into the first paragraph, as in print. */
export const ReleaseBody = memo(function ReleaseBody(props: ReleaseBodyProps) {
  const { body, dateline, photo, onWhole } = props;
  return (
    <PhotoWriter value={photo}>
      {onWhole === undefined ? (
        <Slice text={body} dateline={dateline} />
      ) : (
        <Slices body={body} dateline={dateline} onWhole={onWhole} />
      )}
    </PhotoWriter>
  );
});

interface SlicesProps {
  readonly body: string;
  readonly dateline: string;
  readonly onWhole: () => void;
}

/** The beginning at once, the rest while nothing else is to be done. */
function Slices({ body, dateline, onWhole }: SlicesProps) {
  const slices = useMemo(() => slicesOf(body), [body]);
  const [shown, setShown] = useState(1);
  const isWhole = shown >= slices.length;
  const isSliced = slices.length > 1;
  useEffect(() => {
    if (isWhole) return undefined;
    const idle = requestIdleCallback(
      () => {
        setShown(shown + 1);
      },
      { timeout: longestWaitMs },
    );
    return () => {
      cancelIdleCallback(idle);
    };
  }, [isWhole, shown]);
  const tellWhole = useEffectEvent(onWhole);
  useEffect(() => {
    if (isSliced && isWhole) tellWhole();
  }, [isSliced, isWhole]);
  if (!isSliced) return <Slice text={body} dateline={dateline} />;
  return slices.slice(0, shown).map((text, index) => (
    <div key={index} className="body-slice">
      <Slice text={text} dateline={index === 0 ? dateline : ''} />
    </div>
  ));
}

interface SliceProps {
  readonly text: string;
  readonly dateline: string;
}

const Slice = memo(function Slice({ text, dateline }: SliceProps) {
  const rehype = useMemo(
    () => [
      [placePhotos, text] as [typeof placePhotos, string],
      [leadWith, dateline] as [typeof leadWith, string],
    ],
    [text, dateline],
  );
  return (
    <Markdown components={components} remarkPlugins={[bodySyntax]} rehypePlugins={rehype} skipHtml>
      {text}
    </Markdown>
  );
});
