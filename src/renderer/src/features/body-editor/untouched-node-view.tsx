import { NodeViewWrapper, ReactNodeViewRenderer, type NodeViewProps } from '@tiptap/react';
import { useTranslation } from 'react-i18next';
import { ReleaseBody } from '../reader/release-body';
import { UntouchedNode } from './body-schema';

const nothing = (): null => null;

/** Tables look like tables; what else is kept is shown as it is written. */
function Untouched({ node, selected }: NodeViewProps) {
  const { t } = useTranslation();
  const text = String(node.attrs['text']);
  const isTable = /^\|?.*\n {0,3}\|?[ :|-]*-[ :|-]*(?:\n|$)/u.test(text);
  return (
    <NodeViewWrapper
      className={selected ? 'body-untouched body-untouched-selected' : 'body-untouched'}
      role="group"
      aria-label={t('body.untouched')}
      data-drag-handle
    >
      {isTable ? (
        <ReleaseBody body={text} dateline="" photo={nothing} />
      ) : (
        <pre className="body-untouched-text">{text}</pre>
      )}
      <p className="body-untouched-note">{t('body.untouchedHint')}</p>
    </NodeViewWrapper>
  );
}

export const UntouchedInEditor = UntouchedNode.extend({
  addNodeView: () => ReactNodeViewRenderer(Untouched),
});
