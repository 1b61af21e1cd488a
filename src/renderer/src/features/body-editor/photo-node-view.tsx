import { ArrowDown, ArrowUp, X } from 'lucide-react';
import { NodeViewWrapper, ReactNodeViewRenderer, type NodeViewProps } from '@tiptap/react';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { contentLang } from '../../i18n/format';
import { IconButton } from '../../ui/button';
import { Field } from '../../ui/field';
import { PhotoImage } from '../../ui/photo-image';
import { StepButtons } from '../../ui/step-buttons';
import { editForm, shownSession, useEditor } from '../filing/editor-store';
import type { FormPhoto } from '../filing/form';
import { changePhoto } from '../filing/photo-changes';
import { PhotoNode } from './body-schema';
import { moveBlock } from './photo-places';

/** A photo in its place, with the caption and credit that the form has for it. */
function PhotoInFlow({ node, editor, getPos, selected, deleteNode }: NodeViewProps) {
  const { t } = useTranslation();
  const id = String(node.attrs['photoId']);
  const form = useEditor((state) => shownSession(state)?.form ?? null);
  const index = form?.photos.findIndex(({ photoId }) => photoId === id) ?? -1;
  const photo = form?.photos[index];
  const lang = form === null ? undefined : contentLang(form.language);
  const select = (): void => {
    const at = getPos();
    if (at !== undefined) editor.chain().setNodeSelection(at).focus().run();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    // Enter that ends a word of an input method isn't meant for us.
    if (event.nativeEvent.isComposing || event.key === 'Process') return;
    if (event.key === 'Escape') select();
    else if (event.key === 'Enter' && !event.shiftKey && !event.ctrlKey && !event.metaKey) {
      writeBehind(editor, getPos());
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const set = (patch: Partial<FormPhoto>): void => {
    editForm((current) => changePhoto(current, id, patch));
  };
  const move = (step: -1 | 1): void => {
    select();
    moveBlock(editor, step);
  };
  return (
    <NodeViewWrapper
      as="figure"
      className={selected ? 'body-photo body-photo-selected' : 'body-photo'}
      role="group"
      aria-label={t('body.photoInText', { number: index + 1 })}
    >
      {photo === undefined ? (
        <p className="body-photo-gone">{t('body.photoGone')}</p>
      ) : (
        <>
          <div className="body-photo-frame" data-drag-handle title={t('body.dragPhoto')}>
            <PhotoImage
              id={id}
              alt={photo.altText || photo.caption || photo.fileName}
              className="body-photo-image"
            />
          </div>
          <div className="body-photo-texts">
            <Field
              label={t('field.caption')}
              labelHidden
              placeholder={t('field.caption')}
              value={photo.caption}
              multiline
              lang={lang}
              onKeyDown={onKeyDown}
              onChange={(caption) => {
                set({ caption });
              }}
            />
            <Field
              label={t('field.creditLine')}
              labelHidden
              placeholder={t('field.creditLine')}
              value={photo.creditLine}
              onKeyDown={onKeyDown}
              onChange={(creditLine) => {
                set({ creditLine });
              }}
            />
          </div>
        </>
      )}
      <div className="body-photo-tools">
        <StepButtons
          icons={[ArrowUp, ArrowDown]}
          back={{
            label: t('body.moveUp'),
            shortcut: 'Alt+↑',
            onPress: () => {
              move(-1);
            },
          }}
          on={{
            label: t('body.moveDown'),
            shortcut: 'Alt+↓',
            onPress: () => {
              move(1);
            },
          }}
        />
        <IconButton
          size="small"
          icon={X}
          label={t('body.takeOut')}
          onPress={() => {
            deleteNode();
            editor.commands.focus();
          }}
        />
      </div>
    </NodeViewWrapper>
  );
}

/** The cursor into the text behind the photo, which gets a new line where there is none. */
function writeBehind(editor: NodeViewProps['editor'], at: number | undefined): void {
  if (at === undefined) return;
  const next = editor.state.doc.nodeAt(at + 1);
  const chain = editor.chain();
  if (next?.isTextblock !== true) chain.insertContentAt(at + 1, { type: 'paragraph' });
  chain.focus(at + 2).run();
}

export const PhotoInEditor = PhotoNode.extend({
  addNodeView: () => ReactNodeViewRenderer(PhotoInFlow),
  addKeyboardShortcuts() {
    return {
      // A photo that is selected: Enter goes into its caption.
      Enter: ({ editor }) => {
        const { from } = editor.state.selection;
        const node = editor.state.doc.nodeAt(from);
        if (node?.type.name !== this.name || !editor.isActive(this.name)) return false;
        const view = editor.view.nodeDOM(from);
        const caption = view instanceof HTMLElement ? view.querySelector('textarea') : null;
        caption?.focus();
        return caption !== null;
      },
    };
  },
});
