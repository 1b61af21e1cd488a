import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { RequestArgument } from '../../../src/shared/ipc-contract';
import type { FindHit, FindPage } from '../../../src/shared/search';
import { hitAt, pageSize } from '../../../src/renderer/src/state/results/result-pages';
import { useResults } from '../../../src/renderer/src/state/results/result-state';
import { idsOfRows } from '../../../src/renderer/src/state/results/row-ids';
import { loadRows, showRows } from '../../../src/renderer/src/state/results/rows-in-sight';
import { reloadResults, startSearching } from '../../../src/renderer/src/state/results/search';
import {
  keysRest,
  keyStruck,
  useSettledAnswer,
} from '../../../src/renderer/src/state/settled-answer';
import {
  openRelease,
  resetWorkspace,
  typeSearchText,
  useWorkspace,
} from '../../../src/renderer/src/state/workspace';

type Question = RequestArgument<'release:find'>;

const total = 10_000;
const facets = { year: [], partner: [], tag: [], person: [], status: [], language: [] };
let asked: Question[] = [];
let stop = (): void => undefined;

function answer({ text, offset, limit, ...query }: Question): FindPage {
  const hits = Array.from({ length: limit }, (_, index) => {
    // Nothing but the id of a release is looked at here.
    const release = { id: `${text} ${offset + index}` };
    return { release, headline: [], snippets: [] } as unknown as FindHit;
  });
  const counted = query.facets === true ? facets : null;
  return {
    hits,
    total,
    complete: total,
    facets: counted,
    months: null,
    suggestion: null,
    tookMs: 1,
  };
}

function request(_channel: string, question: Question): Promise<unknown> {
  asked.push(question);
  return Promise.resolve({ ok: true, value: answer(question) });
}

function type(text: string): void {
  keyStruck();
  typeSearchText(text);
}

beforeEach(async () => {
  vi.useFakeTimers();
  vi.stubGlobal('window', { archive: { request } });
  resetWorkspace();
  stop = startSearching();
  await vi.advanceTimersByTimeAsync(1);
  showRows(0, 10, false);
  asked = [];
});

afterEach(() => {
  stop();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('who types', () => {
  it('is answered with what is in sight, without counts', async () => {
    type('w');
    await vi.advanceTimersByTimeAsync(1);
    expect(asked).toEqual([
      expect.objectContaining({ text: 'w', offset: 0, limit: pageSize, facets: false }),
    ]);
    expect(useResults.getState().text).toBe('w');
  });

  it('gets the counts and the best hit when the keys rest, and not with each of them', async () => {
    for (const text of ['w', 'wi', 'win', 'wind']) {
      type(text);
      await vi.advanceTimersByTimeAsync(110);
      expect(useWorkspace.getState().openId).toBe(' 0');
      expect(useSettledAnswer.getState().text).toBe('');
    }
    await vi.advanceTimersByTimeAsync(300);
    expect(useWorkspace.getState().openId).toBe('wind 0');
    expect(useSettledAnswer.getState()).toMatchObject({ text: 'wind', facets });
    expect(asked.filter((query) => query.facets)).toHaveLength(1);
  });

  it('and goes into the list has its first row opened at once', async () => {
    type('wind');
    await vi.advanceTimersByTimeAsync(1);
    keysRest();
    await vi.advanceTimersByTimeAsync(1);
    expect(useWorkspace.getState().openId).toBe('wind 0');
    type('wi');
    keysRest();
    await vi.advanceTimersByTimeAsync(30);
    expect(useWorkspace.getState().openId).toBe('wi 0');
  });

  it('keeps the release that was opened before they rested', async () => {
    type('wind');
    await vi.advanceTimersByTimeAsync(50);
    openRelease('wind 3');
    await vi.advanceTimersByTimeAsync(500);
    expect(useWorkspace.getState().openId).toBe('wind 3');
  });
});

describe('what changes while a question is on its way', () => {
  it('has the question asked once more, whose answer is opened as any other', async () => {
    showRows(500, 510, false);
    await vi.advanceTimersByTimeAsync(1);
    const { question } = useResults.getState();
    type('wind');
    reloadResults();
    await vi.advanceTimersByTimeAsync(500);
    expect(useResults.getState()).toMatchObject({ text: 'wind', question: question + 1 });
    expect(useWorkspace.getState().openId).toBe('wind 0');
    reloadResults();
    await vi.advanceTimersByTimeAsync(500);
    expect(useResults.getState().question).toBe(question + 1);
  });

  it('gives no rows of two questions', async () => {
    const rows = idsOfRows(0, 1_999);
    type('wind');
    expect(await rows).toBeNull();
    expect(await idsOfRows(0, 1_999)).toHaveLength(2_000);
  });
});

describe('rows', () => {
  it('that follow one another are asked for at once, and once', async () => {
    await Promise.all([loadRows(100, 159), loadRows(120, 139)]);
    expect(asked.map(({ offset, limit }) => [offset, limit])).toEqual([[100, 60]]);
    expect(hitAt(useResults.getState().pages, 159)?.release.id).toBe(' 159');
  });

  it('that are passed over fast are asked for now and then only', async () => {
    for (let first = 1_000; first < 4_000; first += 100) {
      showRows(first, first + 9, true);
      await vi.advanceTimersByTimeAsync(16);
    }
    expect(asked.length).toBeGreaterThan(2);
    expect(asked.length).toBeLessThan(8);
    showRows(4_000, 4_009, false);
    await vi.advanceTimersByTimeAsync(1);
    expect(asked.at(-1)?.offset).toBe(4_000);
  });
});
