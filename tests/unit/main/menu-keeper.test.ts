import { expect, it, vi } from 'vitest';
import type { ArchiveWorker } from '../../../src/main/archive-worker';
import { MenuKeeper } from '../../../src/main/menu-keeper';
import type { SettingsFile } from '../../../src/main/settings-file';
import type { ArchiveInfo } from '../../../src/shared/archive-info';

const shown: string[] = [];

vi.mock('../../../src/main/menu', () => ({
  setMenu: (_language: string, { undo }: { undo: string }) => shown.push(undo),
}));

it('the menu names what the archive would undo, but not while somebody types', () => {
  const settings = { language: 'en' } as unknown as SettingsFile;
  const menu = new MenuKeeper(undefined as unknown as ArchiveWorker, settings);
  const undo = { action: 'release:file', at: '', count: 1, name: 'Quay opens', releaseId: null };
  const info = { undo, redo: null } as unknown as ArchiveInfo;
  menu.show(info);
  menu.typing(true);
  // What changes meanwhile is named as soon as typing is over.
  menu.show({ ...info, undo: { ...undo, name: 'Quay closes' } });
  menu.typing(false);
  menu.typing(false);
  expect(shown).toEqual(['Undo Filing “Quay opens”', 'Undo', 'Undo Filing “Quay closes”']);
});
