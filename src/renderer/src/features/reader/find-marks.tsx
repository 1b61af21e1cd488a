import { memo, useMemo, useState, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReleaseId } from '../../../../shared/release';
import type { FindHit } from '../../../../shared/search';
import { useFindInRelease } from '../../state/find-in-release';
import { readQuery } from '../../state/query';
import { hitAt, indexOf } from '../../state/results/result-pages';
import { useResults } from '../../state/results/result-state';
import { useSettledAnswer } from '../../state/settled-answer';
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
  // Between a key and the answer that it settles on, the release that is read is about to go.
  const text = useSettledAnswer((state) => state.text);
  const typing = useSettledAnswer((state) => state.isTyped);
  const question = useSettledAnswer((state) => state.question);
  const openId = useWorkspace((state) => state.openId);
  const hit = useHit(openId, question);
  const isOpen = useFindInRelease((state) => state.isOpen);
  const typed = useFindInRelease((state) => (state.isOpen ? state.text : ''));

  const terms = useMemo(
    () => (isOpen ? termsTyped(typed) : termsToMark(readQuery(text, typing).nodes, hit)),
    [isOpen, typed, text, typing, hit],
  );
  useMarks(article, terms, releaseKey, isOpen);

  return isOpen || text.trim() === '' ? null : <MarkCount />;
}

/** How a release was found; as it was when it was opened, or when another question was answered. */
function useHit(openId: ReleaseId | null, question: number): FindHit | undefined {
  const hit = useResults((state) => hitAt(state.pages, indexOf(state.pages, openId)));
  const [kept, setKept] = useState({ openId, question, hit });
  const isSame = kept.openId === openId && kept.question === question;
  if (!isSame || (kept.hit === undefined && hit !== undefined)) setKept({ openId, question, hit });
  return isSame ? kept.hit : hit;
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
