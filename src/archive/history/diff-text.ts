import { diffWordsWithSpace, type ChangeObject } from 'diff';
import type { DiffPiece } from '../../shared/release-history';

/** Two texts that have next to nothing in common take long to compare, and nobody reads the result. */
const patience = 300;

/**
 * What differs between two texts, by words; Chinese by characters. Without the added pieces they are
 * `before`, without the removed ones `after`. Texts that differ too much are one piece each.
 */
export function diffText(before: string, after: string): readonly DiffPiece[] {
  if (before === after) return before === '' ? [] : [{ kind: 'same', text: before }];
  const changes = diffWordsWithSpace(before, after, { timeout: patience });
  if (changes !== undefined) return changes.map(pieceOf);
  return [
    { kind: 'removed', text: before },
    { kind: 'added', text: after },
  ];
}

function pieceOf({ added, removed, value }: ChangeObject<string>): DiffPiece {
  return { kind: added ? 'added' : removed ? 'removed' : 'same', text: value };
}
