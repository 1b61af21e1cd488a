import { useEffect, useMemo } from 'react';
import type { Release } from '../../../../shared/release';
import { useRequest } from '../../requests';
import { clearOpenRelease, setOpenRelease } from '../../state/open-release';
import { decisionsFor, hasOpenEmbargo, noteWithOther } from '../review/decisions';
import { ReviewStrip } from '../review/review-strip';
import { StoryBar } from '../stories/story-bar';
import { LacksNote } from './lacks-note';

/** What stands above a release that is read: its other versions, and what is asked or lacking. */
export function ReleaseQuestions({ release }: { readonly release: Release }) {
  const notes = useMemo(
    () => (release.deletedAt === null ? (release.review ?? []) : []),
    [release],
  );
  const otherId = noteWithOther(notes)?.otherId ?? null;
  const { data, isPending } = useRequest(
    'release:read',
    { id: otherId ?? release.id },
    { enabled: otherId !== null },
  );
  const found = otherId === null ? undefined : data?.release;
  const other = found?.deletedAt === null ? found : null;
  const isKnown = otherId === null || !isPending;
  const ownLanguage = release.language;
  const otherLanguage = other?.language ?? null;
  const decisions = useMemo(
    () => (isKnown ? decisionsFor(notes, ownLanguage, otherLanguage) : []),
    [isKnown, notes, ownLanguage, otherLanguage],
  );
  const isInStory = release.storyId !== undefined;
  const comparedId = other?.id ?? null;
  const isEmbargoOpen = hasOpenEmbargo(release, notes);

  useEffect(() => {
    setOpenRelease({
      releaseId: release.id,
      decisions,
      otherId: comparedId,
      isInStory,
      isEmbargoOpen,
    });
    return clearOpenRelease;
  }, [release.id, decisions, comparedId, isInStory, isEmbargoOpen]);

  return (
    <>
      {notes.length > 0 && isKnown && (
        <ReviewStrip release={release} other={other} decisions={decisions} />
      )}
      <LacksNote release={release} />
      <StoryBar release={release} />
    </>
  );
}
