import { memo, useMemo, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { useFindInRelease } from '../../state/find-in-release';
import { readQuery } from '../../state/query';
import { hitAt, indexOf, useResults } from '../../state/results';
import { useWorkspace } from '../../state/workspace';
import { MarkSteps } from './find-bar';
import { termsToMark, termsTyped } from './find-terms';
import { useMarks } from './use-marks';

interface FindMarksProps {
  readonly article: RefObject<HTMLElement | null>;
  /** Another value means another text to mark. */
  readonly releaseKey: unknown;
}

/**
 * Marks what is looked for in the opened release: what was typed in its own find bar, else the words
 * of the search. Says how many there are of the latter, and steps through them.
 */
export function FindMarks({ article, releaseKey }: FindMarksProps) {
  // As answered: between a key and its answer the release that is read is about to go.
  const text = useResults((state) => state.text);
  const typing = useWorkspace((state) => state.isTyped);
  const openId = useWorkspace((state) => state.openId);
  const hit = useResults((state) => hitAt(state.pages, indexOf(state.pages, openId)));
  const isOpen = useFindInRelease((state) => state.isOpen);
  const typed = useFindInRelease((state) => (state.isOpen ? state.text : ''));

  const terms = useMemo(
    () => (isOpen ? termsTyped(typed) : termsToMark(readQuery(text, typing).nodes, hit)),
    [isOpen, typed, text, typing, hit],
  );
  useMarks(article, terms, releaseKey, isOpen);

  return isOpen || text.trim() === '' ? null : <MarkCount />;
}

/** Of its own, so that a key draws nothing anew here where as much is marked as before. */
const MarkCount = memo(function MarkCount() {
  const { t } = useTranslation();
  const total = useFindInRelease((state) => state.total);
  const current = useFindInRelease((state) => state.current);
  if (total === 0) return null;
  return (
    <div className="find-marks">
      <span className="find-count" aria-live="polite">
        {current === null
          ? t('reader.marks', { count: total })
          : t('reader.markOf', { number: current + 1, total })}
      </span>
      <MarkSteps />
    </div>
  );
});
