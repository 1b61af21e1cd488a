import type { Slot } from '../features/filing/editor-store';
import { isTextField } from '../ui/typing';

/**
 * In a text field, and anywhere beside an open form, undo means what was typed. Who is writing must
 * not change the archive behind the form.
 */
export function isTypingBeside(editor: Slot | null): boolean {
  return editor !== null || isTextField(document.activeElement);
}
