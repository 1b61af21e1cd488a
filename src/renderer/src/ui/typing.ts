/** Inputs in which nothing is typed. */
const untyped = new Set([
  'button',
  'checkbox',
  'color',
  'file',
  'radio',
  'range',
  'reset',
  'submit',
]);

/** Whether what has the focus is typed in. */
export function isTextField(element: Element | null): boolean {
  if (element instanceof HTMLTextAreaElement) return true;
  if (element instanceof HTMLInputElement) return !untyped.has(element.type);
  return element instanceof HTMLElement && element.isContentEditable;
}

export type TypingStep = 'undo' | 'redo';

/** Asks an editor that remembers its own steps; it prevents the default. */
export const stepTypingEvent = 'press-archive-step-typing';

/** Undoes or redoes typing, as the browser's own key does. */
export function stepTyping(direction: TypingStep): void {
  const asked = new CustomEvent(stepTypingEvent, {
    detail: direction,
    bubbles: true,
    cancelable: true,
  });
  if (document.activeElement?.dispatchEvent(asked) === false) return;
  // Nothing newer reaches what a field remembers of its typing; every engine keeps this for editors.
  // eslint-disable-next-line @typescript-eslint/no-deprecated
  document.execCommand(direction);
}
