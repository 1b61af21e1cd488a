import {
  Bold,
  ChevronDown,
  ImageIcon,
  Italic,
  List,
  ListOrdered,
  Quote,
  Redo2,
  Strikethrough,
  Undo2,
  type LucideIcon,
} from 'lucide-react';
import { useEditorState, type Editor } from '@tiptap/react';
import type { Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, ToggleButton, Toolbar } from 'react-aria-components';
import { shortcutText } from '../../commands/shortcuts';
import type { Shortcut } from '../../commands/command';
import { IconButton } from '../../ui/button';
import { Menu, type MenuEntry } from '../../ui/menu';
import { Tooltip } from '../../ui/tooltip';
import { shownSession, useEditor } from '../filing/editor-store';
import { useBodyTarget } from './body-target';
import { LinkButton } from './link-button';
import { SourceButton } from './source-button';

interface BodyToolbarProps {
  readonly editor: Editor;
  readonly asksForLink: boolean;
  readonly onLink: (asks: boolean) => void;
  readonly onSource: () => void;
  readonly ref: Ref<HTMLDivElement>;
}

function looksOf(editor: Editor) {
  return {
    heading: [2, 3].find((level) => editor.isActive('heading', { level })) ?? 0,
    bold: editor.isActive('bold'),
    italic: editor.isActive('italic'),
    strike: editor.isActive('strike'),
    link: editor.isActive('link'),
    bulletList: editor.isActive('bulletList'),
    orderedList: editor.isActive('orderedList'),
    blockquote: editor.isActive('blockquote'),
    canUndo: editor.can().undo(),
    canRedo: editor.can().redo(),
  };
}

const keys = {
  paragraph: { key: '0', mod: true, alt: true },
  heading2: { key: '2', mod: true, alt: true },
  heading3: { key: '3', mod: true, alt: true },
  bold: { key: 'b', mod: true },
  italic: { key: 'i', mod: true },
  strike: { key: 's', mod: true, shift: true },
  bulletList: { key: '8', mod: true, shift: true },
  orderedList: { key: '7', mod: true, shift: true },
  blockquote: { key: 'b', mod: true, shift: true },
  undo: { key: 'z', mod: true },
  redo: { key: 'z', mod: true, shift: true },
} as const satisfies Record<string, Shortcut>;

/** Looks and lists of the text. Arrow keys go through it, Esc goes back to the text. */
export function BodyToolbar({ editor, asksForLink, onLink, onSource, ref }: BodyToolbarProps) {
  const { t } = useTranslation();
  const looks = useEditorState({ editor, selector: ({ editor: now }) => looksOf(now) });
  const styles = [
    { id: '0', label: t('body.paragraph'), shortcut: keys.paragraph },
    { id: '2', label: t('body.heading'), shortcut: keys.heading2 },
    { id: '3', label: t('body.subheading'), shortcut: keys.heading3 },
  ];
  const run = (change: (chain: ReturnType<Editor['chain']>) => { run: () => boolean }): void => {
    change(editor.chain().focus()).run();
  };
  const chosen = styles.find(({ id }) => id === String(looks.heading)) ?? styles[0];
  return (
    <div
      ref={ref}
      className="body-toolbar-box"
      // Before the buttons, which keep their keys to themselves. What they open closes by itself.
      onKeyDownCapture={(event) => {
        const isOwn = event.target instanceof Node && event.currentTarget.contains(event.target);
        if (event.key !== 'Escape' || !isOwn) return;
        event.preventDefault();
        event.stopPropagation();
        editor.commands.focus();
      }}
    >
      <Toolbar aria-label={t('body.toolbar')} className="body-toolbar">
        <Menu
          label={t('body.style')}
          groups={[
            {
              id: 'style',
              chosen: String(looks.heading),
              entries: styles.map(({ id, label, shortcut }) => ({
                id,
                label,
                shortcut: shortcutText(shortcut),
                run: () => {
                  run((chain) =>
                    id === '0'
                      ? chain.setParagraph()
                      : chain.setHeading({ level: Number(id) as 2 | 3 }),
                  );
                },
              })),
            },
          ]}
        >
          <Button
            className="body-style"
            aria-label={t('body.styleNow', { style: chosen?.label ?? '' })}
          >
            {chosen?.label}
            <ChevronDown size={13} aria-hidden />
          </Button>
        </Menu>
        <div role="group" className="body-tools" aria-label={t('body.looks')}>
          <Toggle
            icon={Bold}
            label={t('body.bold')}
            shortcut={keys.bold}
            isOn={looks.bold}
            onPress={() => {
              run((chain) => chain.toggleBold());
            }}
          />
          <Toggle
            icon={Italic}
            label={t('body.italic')}
            shortcut={keys.italic}
            isOn={looks.italic}
            onPress={() => {
              run((chain) => chain.toggleItalic());
            }}
          />
          <Toggle
            icon={Strikethrough}
            label={t('body.strike')}
            shortcut={keys.strike}
            isOn={looks.strike}
            onPress={() => {
              run((chain) => chain.toggleStrike());
            }}
          />
          <LinkButton editor={editor} isOn={looks.link} isOpen={asksForLink} onOpen={onLink} />
        </div>
        <div role="group" className="body-tools" aria-label={t('body.blocks')}>
          <Toggle
            icon={List}
            label={t('body.bulletList')}
            shortcut={keys.bulletList}
            isOn={looks.bulletList}
            onPress={() => {
              run((chain) => chain.toggleBulletList());
            }}
          />
          <Toggle
            icon={ListOrdered}
            label={t('body.orderedList')}
            shortcut={keys.orderedList}
            isOn={looks.orderedList}
            onPress={() => {
              run((chain) => chain.toggleOrderedList());
            }}
          />
          <Toggle
            icon={Quote}
            label={t('body.blockquote')}
            shortcut={keys.blockquote}
            isOn={looks.blockquote}
            onPress={() => {
              run((chain) => chain.toggleBlockquote());
            }}
          />
          <PhotoMenu />
        </div>
        <div role="group" className="body-tools" aria-label={t('body.steps')}>
          <IconButton
            icon={Undo2}
            label={t('common.undo')}
            shortcut={shortcutText(keys.undo)}
            isDisabled={!looks.canUndo}
            onPress={() => {
              run((chain) => chain.undo());
            }}
          />
          <IconButton
            icon={Redo2}
            label={t('common.redo')}
            shortcut={shortcutText(keys.redo)}
            isDisabled={!looks.canRedo}
            onPress={() => {
              run((chain) => chain.redo());
            }}
          />
        </div>
        <span className="spring" />
        <SourceButton isSource={false} onPress={onSource} />
      </Toolbar>
    </div>
  );
}

interface ToggleProps {
  readonly icon: LucideIcon;
  readonly label: string;
  readonly shortcut: Shortcut;
  readonly isOn: boolean;
  readonly onPress: () => void;
}

function Toggle({ icon: Icon, label, shortcut, isOn, onPress }: ToggleProps) {
  return (
    <Tooltip text={label} shortcut={shortcutText(shortcut)}>
      <ToggleButton
        className="icon-button body-toggle"
        aria-label={label}
        isSelected={isOn}
        onChange={onPress}
      >
        <Icon size={16} strokeWidth={1.8} aria-hidden />
      </ToggleButton>
    </Tooltip>
  );
}

/** The photos of the form; one that has a place already is shown where it is. */
function PhotoMenu() {
  const { t } = useTranslation();
  const photos = useEditor((state) => shownSession(state)?.form.photos);
  const entries = (photos ?? []).map(({ photoId, caption, fileName }, index): MenuEntry => ({
    id: photoId,
    label: [t('filing.photoNumber', { number: index + 1 }), caption || fileName]
      .filter(Boolean)
      .join(' · '),
    run: () => {
      useBodyTarget.getState().target?.place([photoId]);
    },
  }));
  return (
    <Menu label={t('body.putPhoto')} groups={[{ id: 'photos', entries }]}>
      <IconButton
        icon={ImageIcon}
        label={t(entries.length === 0 ? 'body.noPhoto' : 'body.putPhoto')}
        isDisabled={entries.length === 0}
      />
    </Menu>
  );
}
