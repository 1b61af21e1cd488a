import { Extension } from '@tiptap/react';
import { moveBlock, onePlaceEach } from './photo-places';

/** What the kit has no keys for. `toToolbar` puts the focus there. */
export function bodyKeys(toToolbar: () => void, askForLink: () => void): Extension {
  return Extension.create({
    name: 'bodyKeys',
    // Before those of the kit.
    priority: 1_000,
    addKeyboardShortcuts: () => ({
      'Alt-ArrowUp': ({ editor }) => moveBlock(editor, -1),
      'Alt-ArrowDown': ({ editor }) => moveBlock(editor, 1),
      'Alt-F10': () => {
        toToolbar();
        return true;
      },
      'Mod-Shift-k': () => {
        askForLink();
        return true;
      },
    }),
    addProseMirrorPlugins: () => [onePlaceEach()],
  });
}
