/** A dialog has the window to itself. */
export function isDialogOpen(): boolean {
  return document.querySelector('.veil') !== null;
}

/** A dialog or an open menu has the keyboard to itself. */
export function isOverlayOpen(): boolean {
  return document.querySelector('.veil, .popover') !== null;
}
