/** Letters of a QWERTY keyboard; each row is shifted to the right of the one above. */
const keyRows = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];
/** Key widths by which a row is shifted. */
const rowShifts = [0, 0.25, 0.75];

const places = new Map<string, { readonly row: number; readonly across: number }>();
keyRows.forEach((letters, row) => {
  Array.from(letters).forEach((letter, at) => {
    places.set(letter, { row, across: at + (rowShifts[row] ?? 0) });
  });
});

function areNeighbours(left: string, right: string): boolean {
  const one = places.get(left);
  const other = places.get(right);
  if (one === undefined || other === undefined) return false;
  return Math.abs(one.row - other.row) <= 1 && Math.abs(one.across - other.across) <= 1;
}

/**
 * How well a finger explains what was typed, 0 to 2: one for the right first letter, one when only
 * keys beside the meant ones were hit.
 */
export function slipLikelihood(typed: string, meant: string): number {
  const begun = typed.startsWith(meant.charAt(0)) ? 1 : 0;
  if (typed.length !== meant.length) return begun;
  for (let at = 0; at < typed.length; at += 1) {
    const [hit, aim] = [typed.charAt(at), meant.charAt(at)];
    if (hit !== aim && !areNeighbours(hit, aim)) return begun;
  }
  return begun + 1;
}
