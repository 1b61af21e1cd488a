import { describe, expect, it } from 'vitest';
import { commands } from '../../../../src/renderer/src/commands/registry';
import {
  commandEntries,
  matchingEntries,
  type PaletteEntry,
} from '../../../../src/renderer/src/features/palette/palette-entries';
import { contextWith } from './context';

const names: Readonly<Record<string, string>> = { 'new-pack': '新建媒体资料包' };
const ran: string[] = [];

function entries(): readonly PaletteEntry[] {
  const known = commands.filter(({ id }) =>
    ['new-pack', 'new-partner', 'open-recent', 'edit-release', 'palette'].includes(id),
  );
  const recent = [{ folder: '/archives/quay', name: 'quay' }];
  return commandEntries(
    [{ title: 'File', commands: known }],
    contextWith({ recent }),
    ({ id }) => names[id] ?? '',
    (id, argument) => ran.push(`${id} ${argument ?? ''}`),
  );
}

describe('the palette', () => {
  it('offers the commands that make sense now, and each thing that one can be about', () => {
    expect(entries().map(({ label }) => label)).toEqual([
      'New press pack',
      'Open recent archive: quay',
      'New partner',
    ]);
  });

  it('finds them by any of their words, by the beginning of one best', () => {
    const idsFor = (text: string): readonly string[] =>
      matchingEntries(entries(), text).map(({ id }) => id);
    expect(idsFor('PA new')).toEqual(['new-pack', 'new-partner']);
    expect(idsFor('ess')).toEqual(['new-pack']);
    expect(idsFor('pen')).toEqual(['open-recent /archives/quay']);
    expect(matchingEntries(entries(), 'nothing like it')).toEqual([]);
  });

  it('finds them by their names in the other language', () => {
    expect(matchingEntries(entries(), '资料包').map(({ id }) => id)).toEqual(['new-pack']);
  });

  it('runs what was chosen, with what it is about', () => {
    entries()
      .find(({ id }) => id.startsWith('open-recent'))
      ?.run();
    expect(ran).toEqual(['open-recent /archives/quay']);
  });
});
