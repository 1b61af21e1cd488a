import { diffParagraphs, textsOf } from './diff-paragraphs';
import type { DiffPiece } from './release-history';

/** Paragraphs that stand beside each other; an empty side has nothing there. */
export interface SideRow {
  readonly left: readonly DiffPiece[];
  readonly right: readonly DiffPiece[];
}

/**
 * Two compared texts in rows: a paragraph that both have shares a row with its other version, and what
 * stands between two such is paired in its order.
 */
export function sideRows(pieces: readonly DiffPiece[]): readonly SideRow[] {
  const rows: SideRow[] = [];
  let lefts: (readonly DiffPiece[])[] = [];
  let rights: (readonly DiffPiece[])[] = [];
  const flush = (): void => {
    rows.push(...paired(lefts, rights));
    lefts = [];
    rights = [];
  };
  for (const { pieces: all } of diffParagraphs(pieces)) {
    const left = all.filter(({ kind }) => kind !== 'added');
    const right = all.filter(({ kind }) => kind !== 'removed');
    if (haveMuchInCommon(left, right)) {
      flush();
      rows.push({ left: smooth(left), right: smooth(right) });
    } else {
      if (hasText(left)) lefts.push(asOne(left, 'removed'));
      if (hasText(right)) rights.push(asOne(right, 'added'));
    }
  }
  flush();
  return rows;
}

/** The same without marks: the first paragraph beside the first, the second beside the second. */
export function unmarkedRows(pieces: readonly DiffPiece[]): readonly SideRow[] {
  const { before, after } = textsOf(pieces);
  return paired(paragraphsOf(before), paragraphsOf(after));
}

function paragraphsOf(text: string): readonly (readonly DiffPiece[])[] {
  return text
    .split(/\n\s*\n/)
    .filter((paragraph) => paragraph.trim() !== '')
    .map((paragraph) => [{ kind: 'same', text: paragraph }]);
}

function paired(
  lefts: readonly (readonly DiffPiece[])[],
  rights: readonly (readonly DiffPiece[])[],
): readonly SideRow[] {
  return Array.from({ length: Math.max(lefts.length, rights.length) }, (_, index) => ({
    left: lefts[index] ?? [],
    right: rights[index] ?? [],
  }));
}

/** Less than this of the longer of two paragraphs is in both by chance. */
const leastCommon = 0.25;
const wordCharacter = /[\p{L}\p{N}]/gu;

function lettersOf(pieces: readonly DiffPiece[]): number {
  return pieces.reduce((sum, { text }) => sum + (text.match(wordCharacter)?.length ?? 0), 0);
}

function haveMuchInCommon(left: readonly DiffPiece[], right: readonly DiffPiece[]): boolean {
  const common = lettersOf(left.filter(({ kind }) => kind === 'same'));
  return common > 0 && common >= leastCommon * Math.max(lettersOf(left), lettersOf(right));
}

/** Marks that only a space or a comma parts become one. */
function smooth(pieces: readonly DiffPiece[]): readonly DiffPiece[] {
  const joined: DiffPiece[] = [];
  pieces.forEach((piece, index) => {
    const last = joined.at(-1);
    const next = pieces[index + 1];
    const isGap =
      piece.kind === 'same' &&
      last !== undefined &&
      last.kind !== 'same' &&
      next?.kind === last.kind &&
      lettersOf([piece]) === 0;
    const kind = isGap ? last.kind : piece.kind;
    if (last?.kind === kind) joined[joined.length - 1] = { kind, text: last.text + piece.text };
    else joined.push({ kind, text: piece.text });
  });
  return joined;
}

function asOne(pieces: readonly DiffPiece[], kind: DiffPiece['kind']): readonly DiffPiece[] {
  return [{ kind, text: pieces.map(({ text }) => text).join('') }];
}

function hasText(pieces: readonly DiffPiece[]): boolean {
  return pieces.some(({ text }) => text.trim() !== '');
}
