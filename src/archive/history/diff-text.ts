import { diffArrays, diffWordsWithSpace, type ChangeObject } from 'diff';
import type { DiffPiece } from '../../shared/release-history';

/** Two texts that have next to nothing in common take long to compare, and nobody reads the result. */
const patience = 300;

/**
 * What differs between two texts, by words; Chinese by characters. Without the added pieces they are
 * `before`, without the removed ones `after`. Texts that differ too much are one piece each.
 *
 * Paragraphs are compared first: words of one that is gone must not be found again in another.
 */
export function diffText(before: string, after: string): readonly DiffPiece[] {
  const deadline = performance.now() + patience;
  const changes = diffArrays(paragraphsOf(before), paragraphsOf(after), { timeout: patience });
  if (changes === undefined) return diffWords(before, after, deadline);
  const pieces: DiffPiece[] = [];
  for (let index = 0; index < changes.length; index += 1) {
    const change = changes[index];
    const next = changes[index + 1];
    const text = change?.value.join('') ?? '';
    if (change?.removed === true && next?.added === true) {
      pieces.push(...diffWords(text, next.value.join(''), deadline));
      index += 1;
    } else if (change !== undefined) {
      pieces.push({ kind: kindOf(change), text });
    }
  }
  return pieces;
}

/** Each with the empty lines that end it. */
function paragraphsOf(text: string): string[] {
  return text.match(/[^]+?(?:\n\s*\n|$)/g) ?? [];
}

function diffWords(before: string, after: string, deadline: number): readonly DiffPiece[] {
  const timeout = Math.max(1, deadline - performance.now());
  const changes = diffWordsWithSpace(before, after, { timeout });
  if (changes !== undefined) {
    return changes.map((change) => ({ kind: kindOf(change), text: change.value }));
  }
  return [
    { kind: 'removed', text: before },
    { kind: 'added', text: after },
  ];
}

function kindOf({ added, removed }: ChangeObject<unknown>): DiffPiece['kind'] {
  return added ? 'added' : removed ? 'removed' : 'same';
}
