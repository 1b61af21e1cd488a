/** A dialog has the window to itself. */
export function isDialogOpen(): boolean {
  return document.querySelector('.veil') !== null;
}

/** A dialog or an open menu has the keyboard to itself. */
export function isOverlayOpen(): boolean {
  return document.querySelector('.veil, .popover') !== null;
}

/** Whether a key or a paste is meant for a text field. */
export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof Element && target.closest('input, textarea, [contenteditable=true]') !== null
  );
}
