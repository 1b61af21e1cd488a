import { describe, expect, it } from 'vitest';
import { EditStretch } from '../../../src/renderer/src/features/packs/edit-stretch';

describe('changes of a pack that save themselves', () => {
  it('belong together while the same part is worked on without a long pause', () => {
    const stretch = new EditStretch();
    const first = stretch.groupOf('title', 0);
    expect(stretch.groupOf('title', 20_000)).toBe(first);
    expect(stretch.groupOf('title', 45_000)).toBe(first);
  });

  it('are another step after a pause, and in another part', () => {
    const stretch = new EditStretch();
    const groups = [
      stretch.groupOf('title', 0),
      stretch.groupOf('title', 30_001),
      stretch.groupOf('items', 31_000),
      stretch.groupOf('title', 32_000),
    ];
    expect(new Set(groups).size).toBe(4);
  });
});
