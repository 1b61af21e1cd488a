import type { DiffPiece } from './release-history';

/** A paragraph of a compared text, in pieces. */
export interface DiffParagraph {
  readonly pieces: readonly DiffPiece[];
  readonly isChanged: boolean;
}

/** Paragraphs that are shown, or a run of unchanged ones that needn't be. */
export type DiffStretch =
  | { readonly kind: 'shown'; readonly paragraphs: readonly DiffParagraph[] }
  | { readonly kind: 'folded'; readonly paragraphs: readonly DiffParagraph[] };

const paragraphBreak = /\n[^\S\n]*(?:\n[^\S\n]*)+/;
/** Stands where two paragraphs became one, or one became two. */
const breakMark = '¶';

/** Cuts a compared text where its paragraphs end, in the earlier text, the later one or both. */
export function diffParagraphs(pieces: readonly DiffPiece[]): readonly DiffParagraph[] {
  const paragraphs: DiffParagraph[] = [];
  let current: DiffPiece[] = [];
  const finish = (): void => {
    if (current.length > 0) {
      paragraphs.push({
        pieces: current,
        isChanged: current.some(({ kind }) => kind !== 'same'),
      });
    }
    current = [];
  };
  for (const { kind, text } of pieces) {
    const [first = '', ...others] = text.split(paragraphBreak);
    if (first !== '') current.push({ kind, text: first });
    for (const other of others) {
      // A break that came or went inside a text that stayed is itself the change.
      const staying = current.some((piece) => piece.kind === 'same');
      if (kind !== 'same' && staying) current.push({ kind, text: breakMark });
      finish();
      if (other !== '') current.push({ kind, text: other });
    }
  }
  finish();
  return paragraphs;
}

/** Unchanged paragraphs that stay beside a changed one, so that it is seen where it stands. */
const context = 1;
/** Folding fewer than this would save no room. */
const fewestFolded = 2;

/** Runs of unchanged paragraphs folded; those beside a change stay. */
export function foldUnchanged(paragraphs: readonly DiffParagraph[]): readonly DiffStretch[] {
  const stays = paragraphs.map((_, index) =>
    paragraphs.slice(Math.max(0, index - context), index + context + 1).some((p) => p.isChanged),
  );
  const stretches: { kind: DiffStretch['kind']; paragraphs: DiffParagraph[] }[] = [];
  for (const [index, paragraph] of paragraphs.entries()) {
    const kind = stays[index] === true ? 'shown' : 'folded';
    const last = stretches.at(-1);
    if (last?.kind === kind) last.paragraphs.push(paragraph);
    else stretches.push({ kind, paragraphs: [paragraph] });
  }
  return stretches.map((stretch) =>
    stretch.kind === 'folded' && stretch.paragraphs.length < fewestFolded
      ? { ...stretch, kind: 'shown' }
      : stretch,
  );
}

/** The two texts that were compared. */
export function textsOf(pieces: readonly DiffPiece[]): {
  readonly before: string;
  readonly after: string;
} {
  const joined = (leftOut: DiffPiece['kind']): string =>
    pieces
      .filter(({ kind }) => kind !== leftOut)
      .map(({ text }) => text)
      .join('');
  return { before: joined('added'), after: joined('removed') };
}

/** A list with one entry a line: what stayed, went and came. */
export function diffLines(pieces: readonly DiffPiece[]): readonly DiffPiece[] {
  const { before, after } = textsOf(pieces);
  const [old, now] = [before, after].map((text) => (text === '' ? [] : text.split('\n'))) as [
    string[],
    string[],
  ];
  return [
    ...old.map((text): DiffPiece => ({ kind: now.includes(text) ? 'same' : 'removed', text })),
    ...now
      .filter((text) => !old.includes(text))
      .map((text): DiffPiece => ({ kind: 'added', text })),
  ];
}
