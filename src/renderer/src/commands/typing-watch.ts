import { request } from '../bridge';
import { useEditor, type Slot } from '../features/filing/editor-store';
import { isTextField } from '../ui/typing';

/**
 * In a text field, and anywhere beside an open form, undo means what was typed. Who is writing must
 * not change the archive behind the form.
 */
export function isTypingBeside(editor: Slot | null): boolean {
  return editor !== null || isTextField(document.activeElement);
}

/** Long enough that going from field to field isn't twice another menu. */
const pauseMs = 100;

/** Tells the native menu whether undo means typing. Returns the function that stops it. */
export function watchTyping(): () => void {
  let told: boolean | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = (): void => {
    // What has the focus, not what lost it: while a menu is open the field only seems to be left.
    const typing = isTypingBeside(useEditor.getState().shown);
    if (typing === told) return;
    told = typing;
    // A menu that says a little too much is no reason to disturb anybody.
    request('menu:typing', { typing }).catch(() => undefined);
  };
  const lookSoon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(look, pauseMs);
  };
  const stop = useEditor.subscribe((now, before) => {
    if (now.shown !== before.shown) lookSoon();
  });
  document.addEventListener('focusin', lookSoon);
  document.addEventListener('focusout', lookSoon);
  look();
  return () => {
    clearTimeout(timer);
    stop();
    document.removeEventListener('focusin', lookSoon);
    document.removeEventListener('focusout', lookSoon);
  };
}
