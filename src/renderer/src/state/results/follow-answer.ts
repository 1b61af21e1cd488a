import type { ReleaseId } from '../../../../shared/release';
import type { Facets } from '../../../../shared/search';
import { useSettledAnswer } from '../settled-answer';
import { openRelease, useWorkspace } from '../workspace';
import { hitAt, indexOf } from './result-pages';
import { useResults } from './result-state';

let wanted: ReleaseId | null = null;

/** The next answer leaves this release open if it has it. */
export function openWhenAnswered(id: ReleaseId | null): void {
  wanted = id;
}

/** A search opens its best hit; a filter leaves the release open that it lets through. */
export function openAnswer(): void {
  const { openId, text } = useWorkspace.getState();
  const { pages } = useResults.getState();
  const keeps = text.trim() === '' || wanted === openId;
  wanted = null;
  if (keeps && indexOf(pages, openId) >= 0) {
    openRelease(openId);
    return;
  }
  openRelease(hitAt(pages, 0)?.release.id ?? null);
}

/** What is beside the list follows it. `counted` is null where nothing was counted just now. */
export function settle(isTyped: boolean, counted: Facets | null): void {
  const { total, text, isSearch, question } = useResults.getState();
  useSettledAnswer.setState((before) => ({
    facets: counted ?? (before.question === question ? before.facets : null),
    total: total ?? 0,
    text,
    isTyped,
    isSearch,
    question,
  }));
}
