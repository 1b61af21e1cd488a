import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { durableLow } from '../../../src/archive/store/durable-json';
import { KeptForms } from '../../../src/main/kept-forms';
import { tempFolder } from '../../support/temp-folder';

vi.mock('electron', () => ({ app: { getPath: () => '' } }));

const archive = '/archives/quay';

describe('forms that are kept', () => {
  it('are one for each window, and neither overwrites the other', async () => {
    const folder = await tempFolder();
    const forms = await KeptForms.read(folder);
    await forms.keep(archive, 1, 'one');
    await forms.keep(archive, 2, 'two');
    await forms.keep(archive, 1, 'one more');
    expect([forms.take(archive, 1), forms.take(archive, 2)]).toEqual(['one more', 'two']);
    await forms.keep(archive, 2, null);
    expect(forms.take(archive, 1)).toBe('one more');
    expect(forms.take(archive, 2)).toBeNull();
  });

  it('all wait after a crash, and go to one window each', async () => {
    const folder = await tempFolder();
    const before = await KeptForms.read(folder);
    await before.keep(archive, 1, 'one');
    await before.keep(archive, 2, 'two');
    const forms = await KeptForms.read(folder);
    expect(forms.waiting(archive)).toBe(2);
    const taken = [forms.take(archive, 7), forms.take(archive, 8), forms.take(archive, 9)];
    expect(taken).toEqual(['one', 'two', null]);
    expect(forms.waiting(archive)).toBe(0);
    expect(forms.take('/archives/other', 7)).toBeNull();
  });

  it('of a window that is gone wait for another one', async () => {
    const forms = await KeptForms.read(await tempFolder());
    await forms.keep(archive, 1, 'one');
    expect(forms.take(archive, 2)).toBeNull();
    forms.release(1);
    expect(forms.take(archive, 2)).toBe('one');
  });

  it('wait again when a window that took one had begun another', async () => {
    const folder = await tempFolder();
    const before = await KeptForms.read(folder);
    await before.keep(archive, 1, 'left');
    const forms = await KeptForms.read(folder);
    expect(forms.take(archive, 7)).toBe('left');
    await forms.giveBack(archive, 7, 'left', true);
    await forms.keep(archive, 7, 'own');
    expect(forms.waiting(archive)).toBe(1);
    expect(forms.take(archive, 8)).toBe('left');
    const again = await KeptForms.read(folder);
    expect([again.take(archive, 1), again.take(archive, 2)].sort()).toEqual(['left', 'own']);
  });

  it('are not lost where the window wrote its own before it gave one back', async () => {
    const folder = await tempFolder();
    const before = await KeptForms.read(folder);
    await before.keep(archive, 1, 'left');
    const forms = await KeptForms.read(folder);
    forms.take(archive, 7);
    await forms.keep(archive, 7, 'own');
    await forms.giveBack(archive, 7, 'left', true);
    const again = await KeptForms.read(folder);
    expect([again.take(archive, 1), again.take(archive, 2)].sort()).toEqual(['left', 'own']);
  });

  it('that a window wrote itself are not given back', async () => {
    const forms = await KeptForms.read(await tempFolder());
    await forms.keep(archive, 1, 'own');
    expect(forms.take(archive, 1)).toBe('own');
    await forms.giveBack(archive, 1, 'own', true);
    expect(forms.waiting(archive)).toBe(0);
  });

  it('that a window can not read are offered to it no more, and stay for the next start', async () => {
    const folder = await tempFolder();
    const before = await KeptForms.read(folder);
    await before.keep(archive, 1, 'of another version');
    await before.keep(archive, 2, 'two');
    const forms = await KeptForms.read(folder);
    expect(forms.take(archive, 7)).toBe('of another version');
    await forms.giveBack(archive, 7, 'of another version', false);
    expect(forms.take(archive, 7)).toBe('two');
    await forms.keep(archive, 7, null);
    expect(forms.take(archive, 7)).toBeNull();
    expect((await KeptForms.read(folder)).take(archive, 1)).toBe('of another version');
  });

  it('of an older version are read: one text for an archive', async () => {
    const folder = await tempFolder();
    const path = join(folder, 'kept-forms.json');
    await durableLow(path, { byFolder: { [archive]: 'one' } }).write();
    expect((await KeptForms.read(folder)).take(archive, 1)).toBe('one');
  });
});
