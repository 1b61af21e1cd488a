import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { commandsOfGroup, menuLayout } from '../../../../src/renderer/src/commands/menu-layout';
import { menuOf } from '../../../../src/renderer/src/commands/menu-of-commands';
import { commands } from '../../../../src/renderer/src/commands/registry';
import { i18n } from '../../../../src/renderer/src/i18n';
import { commandIds } from '../../../../src/shared/command-ids';
import { menuModel, type MenuLine, type MenuModelEntry } from '../../../../src/shared/menu-model';
import { contextWith } from './context';

beforeEach(() => {
  // No window here: no dialog is open, nobody types.
  vi.stubGlobal('document', { querySelector: () => null, activeElement: null });
  for (const name of ['HTMLElement', 'HTMLInputElement', 'HTMLTextAreaElement']) {
    vi.stubGlobal(name, Map);
  }
});

afterEach(async () => {
  vi.unstubAllGlobals();
  await i18n.changeLanguage('en');
});

function linesIn(entries: readonly MenuModelEntry[]): readonly MenuLine[] {
  return entries.flatMap((entry) => (entry.kind === 'submenu' ? entry.entries : [entry]));
}

function lineOf(command: string, context = contextWith()): MenuLine | undefined {
  return menuOf(context)
    .flatMap(({ entries }) => linesIn(entries))
    .find((line) => line.kind === 'command' && line.command === command);
}

describe('the menu bar', () => {
  it('has every command of the program, each once', () => {
    const inMenu = menuLayout.flatMap(commandsOfGroup);
    expect([...inMenu].sort()).toEqual([...commandIds].sort());
    expect(commands.map(({ id }) => id).sort()).toEqual([...commandIds].sort());
  });

  it('is what the contract lets a window ask for, in both languages', async () => {
    const recent = [{ folder: '/archives/quay', name: 'quay' }];
    for (const language of ['en', 'zh']) {
      await i18n.changeLanguage(language);
      const model = menuOf(contextWith({ recent }));
      expect(menuModel.safeParse(model).error).toBeUndefined();
      const labels = model.flatMap(({ label, entries }) => [
        label,
        ...linesIn(entries).map((line) => ('label' in line ? line.label : '')),
      ]);
      expect(labels.filter((label) => /^\w+\.\w+/.test(label))).toEqual([]);
    }
  });

  it('offers only what can be done', () => {
    expect(lineOf('edit-release')).toMatchObject({ isEnabled: false });
    expect(lineOf('edit-release', contextWith({ targets: ['a'] }))).toMatchObject({
      isEnabled: true,
      accelerator: 'CmdOrCtrl+E',
    });
  });

  it('ticks what is on', () => {
    expect(lineOf('toggle-sidebar')).toMatchObject({ isOn: true });
    expect(lineOf('theme-dark')).toMatchObject({ isOn: false });
    expect(lineOf('new-pack')).toMatchObject({ isOn: null });
  });

  it('names the archives that were open lately, but not the one that is', () => {
    const recent = [
      { folder: '/archives/harbour', name: 'harbour' },
      { folder: '/archives/quay', name: 'quay' },
    ];
    expect(lineOf('open-recent', contextWith({ recent }))).toMatchObject({
      label: 'quay',
      argument: '/archives/quay',
    });
  });

  it('says what undo would take back', () => {
    const context = contextWith();
    const undo = { action: 'release:file', at: '', count: 1, name: 'Quay opens', releaseId: null };
    const archive = { ...context.archive, undo } as typeof context.archive;
    expect(lineOf('undo', { ...context, archive })).toMatchObject({
      label: 'Undo: filed “Quay opens”',
    });
  });
});
