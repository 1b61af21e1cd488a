import { describe, expect, it } from 'vitest';
import {
  newHeadline,
  revisionLabel,
} from '../../../../src/renderer/src/features/history/revision-label';
import { comparedRevisions } from '../../../../src/renderer/src/features/history/compared-revisions';
import type { RevisionSummary } from '../../../../src/shared/release-history';

const revision = (number: number, overrides: Partial<RevisionSummary> = {}): RevisionSummary => ({
  revision: number,
  at: '2026-01-01T00:00:00.000Z',
  action: 'release:revise',
  headline: 'A headline',
  inTrash: false,
  isWhole: true,
  ...overrides,
});

describe('a line of the history', () => {
  it('says what made the revision, in plain words also for what nobody knows', () => {
    expect(revisionLabel(revision(1, { action: 'release:file' }))).toBe('history.what.filed');
    expect(revisionLabel(revision(2, { action: 'undo' }))).toBe('history.what.undone');
    expect(revisionLabel(revision(3, { action: 'future:thing' }))).toBe('history.what.changed');
    expect(revisionLabel(revision(3, { action: null }))).toBe('history.what.changed');
  });

  it('names the headline only where it is another one than before', () => {
    const history = [revision(3, { headline: 'New' }), revision(2), revision(1)];
    expect(history.map((_, index) => newHeadline(history, index))).toEqual([
      'New',
      null,
      'A headline',
    ]);
  });

  it('looks past a revision of which nothing was kept', () => {
    const history = [revision(3), revision(2, { headline: '', isWhole: false }), revision(1)];
    expect(newHeadline(history, 0)).toBeNull();
    expect(newHeadline(history, 1)).toBeNull();
  });
});

describe('a revision', () => {
  const history = [revision(3), revision(2), revision(1)];

  it('is compared with the newest one or with the one before', () => {
    expect(comparedRevisions(history, 1, 'newest')).toEqual({ from: 1, to: 3 });
    expect(comparedRevisions(history, 2, 'before')).toEqual({ from: 1, to: 2 });
  });

  it('that is the newest one is compared with the one before', () => {
    expect(comparedRevisions(history, 3, 'newest')).toEqual({ from: 2, to: 3 });
  });

  it('that is the first has nothing before it', () => {
    expect(comparedRevisions(history, 1, 'before')).toBeNull();
  });
});
