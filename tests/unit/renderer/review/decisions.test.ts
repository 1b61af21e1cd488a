import { describe, expect, it } from 'vitest';
import {
  decisionsFor,
  hasOpenEmbargo,
} from '../../../../src/renderer/src/features/review/decisions';
import type { ReviewNote, ReviewReason } from '../../../../src/shared/review';

function note(reason: ReviewReason, otherId: string | null = 'other'): ReviewNote {
  return { reason, otherId, resemblance: null };
}

describe('what can be decided of a release', () => {
  it('is nothing where nothing is asked', () => {
    expect(decisionsFor([], 'en', null)).toEqual([]);
  });

  it('of a text much like another: the same, or its new version', () => {
    expect(decisionsFor([note('near-duplicate')], 'en', 'en')).toEqual([
      'keep',
      'same',
      'new-version',
    ]);
  });

  it('of one in another language: a translation', () => {
    expect(decisionsFor([note('may-be-translation')], 'zh', 'en')).toEqual(['keep', 'translation']);
  });

  it('of a text whose language nobody knows: all of it', () => {
    expect(decisionsFor([note('near-duplicate')], 'und', 'en')).toEqual([
      'keep',
      'same',
      'new-version',
      'translation',
    ]);
  });

  it('is only to keep it where there is no other release, or no longer', () => {
    expect(decisionsFor([note('no-headline', null)], 'en', null)).toEqual(['keep']);
    expect(decisionsFor([note('near-duplicate')], 'en', null)).toEqual(['keep']);
  });
});

it('an embargo is open until somebody has set one', () => {
  const notes = [note('embargo-open', null)];
  const embargo = { local: '2030-08-05T12:00', zone: 'UTC', until: '2030-08-05T12:00:00.000Z' };
  expect(hasOpenEmbargo({ embargo: null }, notes)).toBe(true);
  expect(hasOpenEmbargo({ embargo }, notes)).toBe(false);
  expect(hasOpenEmbargo({ embargo: null }, [note('no-text', null)])).toBe(false);
});
