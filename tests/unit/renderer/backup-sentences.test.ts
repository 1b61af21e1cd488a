import { beforeAll, describe, expect, it } from 'vitest';
import { nextSentence, verdictOf } from '../../../src/renderer/src/features/keeping/sentences';
import { i18n } from '../../../src/renderer/src/i18n';
import { defaultArchiveSettings } from '../../../src/shared/archive-settings';
import type { BackupState, BackupSummary, Rehearsal } from '../../../src/shared/backup';

const now = new Date('2024-05-02T12:00:00');
const backup: BackupSummary = {
  name: 'one',
  folder: '/b/one',
  madeAt: new Date('2024-05-02T09:00:00').toISOString(),
  reason: 'routine',
  releases: 1_204,
  files: 9_871,
  bytes: 3_100_000_000,
  proven: true,
};
const rehearsal: Rehearsal = {
  backup: 'one',
  at: new Date('2024-05-02T09:12:00').toISOString(),
  tookMs: 90_000,
  files: 9_871,
  bytes: 3_100_000_000,
  releases: 1_204,
  ok: true,
  problems: [],
};
const proven: BackupState = {
  settings: defaultArchiveSettings.backup,
  folder: '/b',
  onSameDisk: true,
  folderTrouble: null,
  backups: [backup],
  lastRehearsal: rehearsal,
  lastProven: rehearsal,
  nextDue: new Date('2024-05-03T00:00:00').toISOString(),
  running: null,
  trouble: null,
};
const writable = { isReadOnly: false, isEmpty: false };

beforeAll(() => i18n.changeLanguage('en'));

describe('the sentence about backups', () => {
  it('says since when the archive could be had back', () => {
    expect(verdictOf(proven, 'en', now)).toEqual({
      tone: 'good',
      sentence: 'Last proven restorable: today 09:12 — 1,204 releases, 3.1 GB',
      more: null,
    });
  });

  it('says that the newest is not proven while an older one is', () => {
    const state = { ...proven, backups: [{ ...backup, name: 'two', proven: null }, backup] };
    expect(verdictOf(state, 'en', now).more).toBe(
      'The newest one, of today 09:00, is not proven yet.',
    );
  });

  it('says that none is proven, that there is none, or that the trial found something', () => {
    const unproven = { ...proven, lastProven: null, lastRehearsal: null };
    expect(verdictOf(unproven, 'en', now)).toMatchObject({
      tone: 'open',
      sentence: 'Not yet proven: the newest backup is of today 09:00',
    });
    expect(verdictOf({ ...unproven, backups: [] }, 'en', now)).toMatchObject({ tone: 'none' });
    const failed = { ...proven, lastRehearsal: { ...rehearsal, ok: false, problems: ['x'] } };
    expect(verdictOf(failed, 'en', now)).toMatchObject({ tone: 'bad' });
  });

  it('says when the next one comes, and where none does', () => {
    expect(nextSentence(proven, writable, 'en', now)).toBe(
      'Next backup: tomorrow, once the archive is open.',
    );
    expect(nextSentence({ ...proven, nextDue: null }, writable, 'en', now)).toBe(
      'No backup is made by itself.',
    );
    expect(nextSentence(proven, { ...writable, isReadOnly: true }, 'en', now)).toMatch(
      /open for writing/,
    );
  });

  it('says it in Chinese', async () => {
    await i18n.changeLanguage('zh');
    expect(verdictOf(proven, 'zh', now).sentence).toBe(
      '最近一次验证可恢复：今天 09:12，1,204 篇新闻稿，3.1 GB',
    );
    await i18n.changeLanguage('en');
  });
});
