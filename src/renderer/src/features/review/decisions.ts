import type { Release, ReleaseLanguage } from '../../../../shared/release';
import type { ReviewDecision, ReviewNote } from '../../../../shared/review';

/** The note that names another release; decisions about two releases are about that one. */
export function noteWithOther(notes: readonly ReviewNote[]): ReviewNote | null {
  return notes.find(({ otherId }) => otherId !== null) ?? null;
}

/** Whether its text leaves an embargo open that nobody has set yet. */
export function hasOpenEmbargo(
  { embargo }: Pick<Release, 'embargo'>,
  notes: readonly ReviewNote[],
): boolean {
  return embargo === null && notes.some(({ reason }) => reason === 'embargo-open');
}

/**
 * What can be decided. A text in another language is a translation at most, unless the words were
 * compared; `other` is null where there is no other release any more.
 */
export function decisionsFor(
  notes: readonly ReviewNote[],
  own: ReleaseLanguage,
  other: ReleaseLanguage | null,
): readonly ReviewDecision[] {
  if (notes.length === 0) return [];
  const note = noteWithOther(notes);
  if (note === null || other === null) return ['keep'];
  const isTranslation = note.reason === 'may-be-translation';
  return [
    'keep',
    ...(isTranslation ? [] : (['same', 'new-version'] as const)),
    ...(own === other ? [] : (['translation'] as const)),
  ];
}
