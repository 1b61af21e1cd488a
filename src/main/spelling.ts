import { Menu, type WebContents } from 'electron';

/**
 * Whether spelling can be checked without a network: on a Mac the system does it. Elsewhere Electron
 * would fetch dictionaries, and offers no way to give it any.
 */
export const hasSystemSpelling = process.platform === 'darwin';

/** What is proposed for a word that isn't spelt so, as a menu where the pointer is. */
export function offerSpelling(contents: WebContents): void {
  contents.on('context-menu', (_event, { isEditable, dictionarySuggestions }) => {
    if (!isEditable || dictionarySuggestions.length === 0) return;
    const items = dictionarySuggestions.map((label) => ({
      label,
      click: () => {
        contents.replaceMisspelling(label);
      },
    }));
    Menu.buildFromTemplate(items).popup();
  });
}
