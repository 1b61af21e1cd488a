import { EventEmitter } from 'node:events';
import { expect, it, vi } from 'vitest';
import { offerSpelling } from '../../../src/main/spelling';

interface Item {
  readonly label: string;
  readonly click: () => void;
}

const popups = vi.hoisted(() => [] as Item[][]);
vi.mock('electron', () => ({
  Menu: {
    buildFromTemplate: (items: Item[]) => ({ popup: () => popups.push(items) }),
  },
}));

it('a word that isn’t spelt so is replaced by what is chosen, and nothing is offered elsewhere', () => {
  const replaceMisspelling = vi.fn();
  const contents = Object.assign(new EventEmitter(), { replaceMisspelling });
  offerSpelling(contents as unknown as Parameters<typeof offerSpelling>[0]);
  contents.emit('context-menu', {}, { isEditable: true, dictionarySuggestions: [] });
  contents.emit('context-menu', {}, { isEditable: false, dictionarySuggestions: ['harbour'] });
  expect(popups).toEqual([]);
  contents.emit('context-menu', {}, { isEditable: true, dictionarySuggestions: ['harbour'] });
  popups[0]?.[0]?.click();
  expect(replaceMisspelling).toHaveBeenCalledWith('harbour');
});
