import { useEffect } from 'react';
import { isMac, listen } from '../bridge';
import { isOverlayOpen, isTyping } from '../ui/overlays';
import type { Shortcut } from './command';
import { commands, runCommand } from './registry';

/** As the platform writes it: "⌘N", "Ctrl+N". */
export function shortcutText(shortcut: Shortcut): string {
  const names: Readonly<Record<string, string>> = { Enter: '↵', Escape: 'Esc' };
  const key = names[shortcut.key] ?? shortcut.key.toUpperCase();
  if (isMac()) return `${shortcut.shift ? '⇧' : ''}${shortcut.mod ? '⌘' : ''}${key}`;
  return `${shortcut.mod ? 'Ctrl+' : ''}${shortcut.shift ? 'Shift+' : ''}${key}`;
}

function matches(event: KeyboardEvent, shortcut: Shortcut): boolean {
  const mod = isMac() ? event.metaKey : event.ctrlKey;
  return (
    event.key.toLowerCase() === shortcut.key.toLowerCase() &&
    mod === (shortcut.mod ?? false) &&
    event.shiftKey === (shortcut.shift ?? false) &&
    !event.altKey
  );
}

/** Lets keys and the menu bar run commands. */
export function useShortcuts(): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.isComposing || event.defaultPrevented || isOverlayOpen()) return;
      // In a field Escape has its own meaning: it closes a list of proposals, or clears a search.
      if (event.key === 'Escape' && isTyping(event.target)) return;
      const called = commands.filter(({ shortcut }) => shortcut && matches(event, shortcut));
      if (called.some(({ id }) => runCommand(id))) event.preventDefault();
    };
    document.addEventListener('keydown', onKeyDown);
    const stop = listen('menu:command', ({ command }) => {
      if (!isOverlayOpen()) runCommand(command);
    });
    return () => {
      document.removeEventListener('keydown', onKeyDown);
      stop();
    };
  }, []);
}
