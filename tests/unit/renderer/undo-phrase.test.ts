import { afterEach, describe, expect, it } from 'vitest';
import { i18n } from '../../../src/renderer/src/i18n';
import { undoPhrase } from '../../../src/renderer/src/i18n/undo-phrase';
import { undoLabel } from '../../../src/main/undo-labels';
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
        const labels = actions.map((action) => undoLabel(language, 'undo', step(action, count)));
        expect(labels.filter((label) => label === undoLabel(language, 'undo', null))).toEqual([]);
      }
    },
  );

  it('stays plain for what another version of the program did', () => {
    expect(undoPhrase(step('future:thing'))).toBe('the last change');
    expect(undoLabel('en', 'redo', step('future:thing'))).toBe('Redo');
  });
});

describe('the menu', () => {
  it('says what undo would take back', () => {
    expect(undoLabel('en', 'undo', step('release:delete', 12))).toBe(
      'Undo Move 12 Releases to Trash',
    );
    expect(undoLabel('zh', 'undo', step('release:delete', 12))).toBe(
      '撤销：将 12 篇新闻稿移到回收站',
    );
    expect(undoLabel('en', 'undo', null)).toBe('Undo');
  });

  it('shows an ampersand as one, and a long headline in short', () => {
    expect(undoLabel('en', 'undo', step('release:revise', 1, 'R&D'))).toContain('“R&&D”');
    expect(
      undoLabel('en', 'undo', step('release:revise', 1, 'word '.repeat(40))).length,
    ).toBeLessThan(70);
  });
});
