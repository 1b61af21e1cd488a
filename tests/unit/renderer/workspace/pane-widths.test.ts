import { describe, expect, test } from 'vitest';
import {
  paneLimits,
  paneWidths,
} from '../../../../src/renderer/src/features/workspace/pane-widths';

const nobody = { sidebar: null, list: null };

describe('panes that nobody moved', () => {
  test('are as wide as reading needs on a laptop', () => {
    expect(paneWidths(1_440, nobody)).toEqual({ sidebar: 232, list: 400 });
  });

  test('take a share of a large screen, and no more than their rows can use', () => {
    expect(paneWidths(2_560, nobody)).toEqual({ sidebar: 256, list: 563 });
    expect(paneWidths(3_840, nobody)).toEqual({ sidebar: 300, list: 640 });
  });

  test('leave one that was moved where it is', () => {
    expect(paneWidths(3_840, { sidebar: null, list: 310 })).toEqual({
      sidebar: 300,
      list: 310,
    });
  });
});

test('the list can be made wider on a wide window', () => {
  expect(paneLimits(1_440).list).toEqual({ min: 280, max: 640 });
  expect(paneLimits(3_840).list).toEqual({ min: 280, max: 1_536 });
});
