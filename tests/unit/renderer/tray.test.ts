import { describe, expect, it } from 'vitest';
import { trayOf, withTray } from '../../../src/renderer/src/state/tray';
import type { PressPack } from '../../../src/shared/press-pack';

const pack = (id: string): PressPack => ({
  id,
  title: id,
  coverNote: '',
  contact: '',
  items: [],
  createdAt: '',
  modifiedAt: '',
  seals: [],
});
const packs = [pack('here-1'), pack('here-2')];

describe('the pack that is being filled', () => {
  it('is the one of this archive, whatever is filled in others', () => {
    expect(trayOf(['elsewhere', 'here-2'], packs)?.id).toBe('here-2');
    expect(trayOf(['elsewhere'], packs)).toBeNull();
    expect(trayOf([], packs)).toBeNull();
  });

  it('takes the place of the one before; those of other archives stay', () => {
    expect(withTray(['here-1', 'elsewhere'], packs, 'here-2')).toEqual(['here-2', 'elsewhere']);
    expect(withTray(['elsewhere', 'here-1'], packs, null)).toEqual(['elsewhere']);
    // Just made: the list doesn't have it yet.
    expect(withTray(['here-1'], packs, 'new')).toEqual(['new']);
  });
});
