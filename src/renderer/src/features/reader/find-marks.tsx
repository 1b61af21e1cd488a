import { ChevronDown, ChevronUp } from 'lucide-react';
import { useEffect, useState, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { hitAt, indexOf, useResults } from '../../state/results';
import { useWorkspace } from '../../state/workspace';
import { IconButton } from '../../ui/button';
import { patternFor, termsToMark } from './find-terms';

/** Enough to step through; a word that stands everywhere isn't worth more. */
const mostMarks = 2_000;

function rangesIn(article: HTMLElement, pattern: RegExp): readonly Range[] {
  const ranges: Range[] = [];
  const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    for (const match of (node.nodeValue ?? '').matchAll(pattern)) {
      const range = document.createRange();
      range.setStart(node, match.index);
      range.setEnd(node, match.index + match[0].length);
      ranges.push(range);
      if (ranges.length >= mostMarks) return ranges;
    }
  }
  return ranges;
}

interface FindMarksProps {
  readonly article: RefObject<HTMLElement | null>;
  /** Another value means another text to mark. */
  readonly releaseKey: unknown;
}

/**
 * Marks the search's words in the opened release and steps through them. The marks are CSS
 * highlights over the text: the article's elements stay as they are.
 */
export function FindMarks({ article, releaseKey }: FindMarksProps) {
  const { t } = useTranslation();
  const text = useWorkspace((state) => state.text.trim());
  const openId = useWorkspace((state) => state.openId);
  const hit = useResults((state) => hitAt(state.pages, indexOf(state.pages, openId)));
  const [ranges, setRanges] = useState<readonly Range[]>([]);
  const [current, setCurrent] = useState<number | null>(null);

  useEffect(() => {
    const pattern = text === '' ? null : patternFor(termsToMark(text, hit));
    // The text is searched after it was painted: a keystroke never waits for its marks.
    const frame = requestAnimationFrame(() => {
      const found = pattern && article.current ? rangesIn(article.current, pattern) : [];
      CSS.highlights.set('hits', new Highlight(...found));
      setRanges(found);
      setCurrent(null);
    });
    return () => {
      cancelAnimationFrame(frame);
      CSS.highlights.delete('hits');
      CSS.highlights.delete('current-hit');
    };
  }, [text, hit, article, releaseKey]);

  if (text === '' || ranges.length === 0) return null;

  const step = (by: number): void => {
    const next = current === null ? 0 : (current + by + ranges.length) % ranges.length;
    const range = ranges[next];
    if (!range) return;
    const highlight = new Highlight(range);
    highlight.priority = 1;
    CSS.highlights.set('current-hit', highlight);
    range.startContainer.parentElement?.scrollIntoView({ block: 'center', behavior: 'smooth' });
    setCurrent(next);
  };

  return (
    <div className="find-marks">
      <span className="find-count" aria-live="polite">
        {current === null
          ? t('reader.marks', { count: ranges.length })
          : t('reader.markOf', { number: current + 1, total: ranges.length })}
      </span>
      <IconButton
        size="small"
        icon={ChevronUp}
        label={t('reader.previousMark')}
        onPress={() => {
          step(-1);
        }}
      />
      <IconButton
        size="small"
        icon={ChevronDown}
        label={t('reader.nextMark')}
        onPress={() => {
          step(1);
        }}
      />
    </div>
  );
}
