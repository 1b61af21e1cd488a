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

/** Undoes or redoes typing, as the browser's own key does. */
export function stepTyping(direction: 'undo' | 'redo'): void {
  // The standard has no other way to reach what a field remembers of its typing.
  document.execCommand(direction);
}
