import { useEffect } from 'react';
import { isMac, listen } from '../bridge';
import { isOverlayOpen, isTyping } from '../ui/overlays';
import type { Command, Shortcut } from './command';
import { isTextField } from '../ui/typing';
import { commands, currentContext, runCommand } from './registry';

/** The key of a command on this platform, if it has one. */
export function shortcutOf({ shortcut, alsoShortcut }: Command): Shortcut | undefined {
  return [shortcut, alsoShortcut].find((each) => each && !(each.notOnMac === true && isMac()));
}

/** As the platform writes it: "⌘N", "Ctrl+N". */
export function shortcutText(shortcut: Shortcut): string {
  const names: Readonly<Record<string, string>> = {
    Enter: '↵',
    Escape: 'Esc',
    ArrowLeft: '←',
    ArrowRight: '→',
  };
  const { mod, alt, shift } = shortcut;
  const key = names[shortcut.key] ?? shortcut.key.toUpperCase();
  if (isMac()) return `${alt ? '⌥' : ''}${shift ? '⇧' : ''}${mod ? '⌘' : ''}${key}`;
  return `${mod ? 'Ctrl+' : ''}${alt ? 'Alt+' : ''}${shift ? 'Shift+' : ''}${key}`;
}

function matches(event: KeyboardEvent, shortcut: Shortcut): boolean {
  if (shortcut.notOnMac && isMac()) return false;
  const mod = isMac() ? event.metaKey : event.ctrlKey;
  return (
    event.key.toLowerCase() === shortcut.key.toLowerCase() &&
    mod === (shortcut.mod ?? false) &&
    event.shiftKey === (shortcut.shift ?? false) &&
    event.altKey === (shortcut.alt ?? false)
  );
}

function isCalled({ shortcut, alsoShortcut }: Command, event: KeyboardEvent): boolean {
  return [shortcut, alsoShortcut].some((each) => each && matches(event, each));
}

/** A letter is typed where one types, and means a command elsewhere where the command says so. */
function hasItsKey({ hasKey }: Command, target: EventTarget | null): boolean {
  if (hasKey === undefined) return true;
  return !isTyping(target) && !isTextField(document.activeElement) && hasKey(currentContext());
}

/** Undo works in the fields of dialogs, too; there it is about typing alone. */
export function worksInOverlays({ id }: Pick<Command, 'id'>): boolean {
  return id === 'undo' || id === 'redo';
}

/** Lets keys and the menu bar run commands. */
export function useShortcuts(): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.isComposing || event.defaultPrevented || isOverlayOpen()) return;
      // In a field Escape has its own meaning: it closes a list of proposals, or clears a search.
      if (event.key === 'Escape' && isTyping(event.target)) return;
      const called = commands.filter(
        (command) => isCalled(command, event) && hasItsKey(command, event.target),
      );
      if (called.some(({ id }) => runCommand(id, 'key'))) event.preventDefault();
    };
    // Before the fields, for some of them keep their keys to themselves.
    const onUndoKey = (event: KeyboardEvent): void => {
      if (event.isComposing) return;
      const command = commands.find((each) => worksInOverlays(each) && isCalled(each, event));
      if (command && runCommand(command.id, 'key')) event.preventDefault();
    };
    document.addEventListener('keydown', onUndoKey, { capture: true });
    document.addEventListener('keydown', onKeyDown);
    const stop = listen('menu:command', ({ command: id, argument }) => {
      if (!isOverlayOpen() || worksInOverlays({ id })) runCommand(id, 'menu', argument);
    });
    return () => {
      document.removeEventListener('keydown', onUndoKey, { capture: true });
      document.removeEventListener('keydown', onKeyDown);
      stop();
    };
  }, []);
}
