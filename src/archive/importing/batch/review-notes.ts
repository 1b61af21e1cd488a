import type { Likeness } from '../../../shared/importing';
import type { ReviewNote, ReviewReason } from '../../../shared/review';

/** A release with one of these is a draft until somebody has decided. */
const holding: ReadonlySet<ReviewReason> = new Set([
  'near-duplicate',
  'same-headline-and-date',
  'encoding-unsure',
  'no-headline',
  'no-text',
  'embargo-open',
]);

export function isHeldBy(notes: readonly ReviewNote[]): boolean {
  return notes.some(({ reason }) => holding.has(reason));
}

export function noteOf(reason: ReviewReason): ReviewNote {
  return { reason, otherId: null, resemblance: null };
}

/** The likeliest release of each kind; one that is the same is no question for a person. */
export function notesOf(likenesses: readonly Likeness[]): readonly ReviewNote[] {
  const notes = new Map<ReviewReason, ReviewNote>();
  for (const { kind, id, resemblance } of likenesses) {
    if (kind === 'same-file' || kind === 'same-text' || notes.has(kind)) continue;
    notes.set(kind, { reason: kind, otherId: id, resemblance });
  }
  // Whose text is nearly the same has the same headline, too: that's one question.
  const [first] = [...notes.values()];
  return first === undefined
    ? []
    : [...notes.values()].filter((note) => note === first || note.otherId !== first.otherId);
}
