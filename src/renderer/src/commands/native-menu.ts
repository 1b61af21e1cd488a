import { useEffect } from 'react';
import type { MenuModel } from '../../../shared/menu-model';
import { request } from '../bridge';
import { useEditor } from '../features/filing/editor-store';
import { useCommandContext } from './command-button';
import { menuOf } from './menu-of-commands';
import { currentContext } from './registry';

/** Long enough that going from field to field isn't twice another menu. */
const pauseMs = 100;

let shown = '';
let timer: ReturnType<typeof setTimeout> | undefined;

function show(): void {
  const model: MenuModel = menuOf(currentContext());
  const text = JSON.stringify(model);
  if (text === shown) return;
  shown = text;
  // A menu that says a little too much is no reason to disturb anybody.
  request('menu:show', model).catch(() => undefined);
}

function showSoon(): void {
  clearTimeout(timer);
  timer = setTimeout(show, pauseMs);
}

/** Keeps the menu bar true to what the window can do; main shows it while the window has the focus. */
export function useNativeMenu(): void {
  const context = useCommandContext();
  useEffect(showSoon, [context]);
  useEffect(() => {
    const stop = useEditor.subscribe(showSoon);
    // What undo means, and whether a dialog has the keyboard, depends on the focus.
    document.addEventListener('focusin', showSoon);
    document.addEventListener('focusout', showSoon);
    return () => {
      stop();
      document.removeEventListener('focusin', showSoon);
      document.removeEventListener('focusout', showSoon);
    };
  }, []);
}
