import { afterEach, describe, expect, it } from 'vitest';
import { i18n } from '../../../src/renderer/src/i18n';
import { undoPhrase } from '../../../src/renderer/src/i18n/undo-phrase';
import type { UndoableStep } from '../../../src/shared/release-history';

const step = (action: string, count = 1, name = 'A headline'): UndoableStep => ({
  action,
  count,
  name,
  at: '2026-01-01T00:00:00.000Z',
  releaseId: null,
});

const actions = [
  'release:file',
  'release:import',
  'release:revise',
  'release:restore-revision',
  'release:edit-many',
  'release:delete',
  'release:restore',
  'partner:add',
  'partner:revise',
  'partner:merge',
  'pack:create',
  'pack:revise',
  'pack:delete',
  'archive:describe',
];

afterEach(() => i18n.changeLanguage('en'));

describe('what would be undone', () => {
  it('is named with its headline, or with how many there are', async () => {
    expect(undoPhrase(step('release:revise'))).toBe('edited “A headline”');
    expect(undoPhrase(step('release:delete', 1_200))).toBe('moved 1,200 releases to the trash');
    await i18n.changeLanguage('zh');
    expect(undoPhrase(step('release:delete', 12))).toBe('将 12 篇新闻稿移到回收站');
  });

  it.each(['en', 'zh'] as const)(
    'has words for everything that people do, in %s',
    async (language) => {
      await i18n.changeLanguage(language);
      for (const count of [1, 2]) {
        const said = actions.map((action) => undoPhrase(step(action, count)));
        expect(said.filter((words) => words === undoPhrase(step('future:thing')))).toEqual([]);
        expect(said.filter((words) => words.includes('undo.'))).toEqual([]);
      }
    },
  );

  it('is told in short where the headline is long', () => {
    const phrase = undoPhrase(step('release:revise', 1, 'word '.repeat(40)));
    expect(phrase.length).toBeLessThan(80);
    expect(phrase).toContain('…');
  });

  it('stays plain for what another version of the program did', () => {
    expect(undoPhrase(step('future:thing'))).toBe('the last change');
  });
});
