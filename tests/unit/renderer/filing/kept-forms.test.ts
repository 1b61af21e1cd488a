import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import {
  dropSession,
  editForm,
  resetEditor,
  useEditor,
} from '../../../../src/renderer/src/features/filing/editor-store';
import {
  keepForms,
  pauseKeeping,
  recoverForms,
  writeForms,
} from '../../../../src/renderer/src/features/filing/kept-forms';

/** What main keeps for each archive; it writes for the one that is open. */
let kept: Map<string, string | null>;
let open: string;
let stop: () => void;

const onLeaving = new Set<() => void>();

vi.stubGlobal('window', {
  addEventListener: (_event: string, listener: () => void) => onLeaving.add(listener),
  removeEventListener: (_event: string, listener: () => void) => onLeaving.delete(listener),
  archive: {
    listen: () => () => undefined,
    request: (channel: string, argument: { folder: string; text: string | null } | null) => {
      if (channel === 'form:keep' && argument) kept.set(argument.folder, argument.text);
      return Promise.resolve({ ok: true, value: { text: kept.get(open) ?? null } });
    },
  },
});

/** What happens in the window when another archive was opened. */
async function switchTo(folder: string): Promise<void> {
  open = folder;
  pauseKeeping();
  resetEditor();
  await recoverForms(folder);
}

function typeByHand(headline: string): void {
  useEditor.setState({ shown: 'filing' });
  editForm((form) => ({ ...form, headline }));
}

beforeEach(async () => {
  vi.useFakeTimers();
  kept = new Map();
  resetEditor();
  stop = keepForms();
  await switchTo('one');
});

afterEach(() => {
  stop();
  vi.useRealTimers();
});

it('forms are written a moment after typing', async () => {
  typeByHand('Typed');
  expect(kept.size).toBe(0);
  await vi.runAllTimersAsync();
  expect(kept.get('one')).toContain('Typed');
});

it('a form that was filed or thrown away is forgotten at once, not a moment later', async () => {
  typeByHand('Typed');
  await vi.runAllTimersAsync();
  expect(kept.get('one')).toContain('Typed');
  dropSession('filing');
  expect(kept.get('one')).toBeNull();
  // Nor does what was still to be written bring it back.
  typeByHand('Typed again');
  dropSession('filing');
  await vi.runAllTimersAsync();
  expect(kept.get('one')).toBeNull();
});

it('what was typed just before the window closes is written', () => {
  typeByHand('Typed');
  for (const leave of onLeaving) leave();
  expect(kept.get('one')).toContain('Typed');
});

it('each archive keeps its own forms while one is closed and another opened', async () => {
  kept.set('two', JSON.stringify({ version: 1, filing: null, revising: null }));
  typeByHand('Typed in one');
  await writeForms();
  await switchTo('two');
  await vi.runAllTimersAsync();
  expect(kept.get('one')).toContain('Typed in one');
  expect(kept.get('two')).not.toBeNull();
  await switchTo('one');
  expect(useEditor.getState().filing?.form.headline).toBe('Typed in one');
});

it('nothing that was typed in one archive is written for the next', async () => {
  typeByHand('Typed in one');
  await switchTo('two');
  await vi.runAllTimersAsync();
  expect(kept.has('two')).toBe(false);
});

it('an answer that comes too late is not put into the next archive', async () => {
  typeByHand('Typed in one');
  await writeForms();
  pauseKeeping();
  resetEditor();
  const late = recoverForms('one');
  await switchTo('two');
  await late;
  expect(useEditor.getState().filing).toBeNull();
});
