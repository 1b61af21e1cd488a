import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { MenuModel } from '../../../shared/menu-model';
import { request } from '../bridge';
import { useRequest } from '../requests';
import { useTray } from '../state/tray';
import { followContext } from './command-context';
import { menuOf } from './menu-of-commands';
import { currentContext } from './registry';

/** Long enough that going from field to field isn't twice another menu. */
const pauseMs = 100;
/** Then a moment in which nothing else is to be done, but no later than this. */
const latestMs = 400;

let shown = '';
let timer: ReturnType<typeof setTimeout> | undefined;
let idle: number | undefined;

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
  if (idle !== undefined) cancelIdleCallback(idle);
  timer = setTimeout(() => {
    idle = requestIdleCallback(show, { timeout: latestMs });
  }, pauseMs);
}

/**
 * Keeps the menu bar true to what the window can do; main shows it while the window has the focus.
 * Draws nothing itself, and nothing is drawn anew because the menu changes.
 */
export function NativeMenu(): null {
  const { i18n } = useTranslation();
  // The menu names them, whether or not anything else in the window asks for them.
  useRequest('archive:recent', null);
  useTray();
  useEffect(showSoon, [i18n.language]);
  useEffect(() => {
    const stop = followContext(showSoon);
    // What undo means, and whether a dialog has the keyboard, depends on the focus.
    document.addEventListener('focusin', showSoon);
    document.addEventListener('focusout', showSoon);
    return () => {
      stop();
      document.removeEventListener('focusin', showSoon);
      document.removeEventListener('focusout', showSoon);
    };
  }, []);
  return null;
}
