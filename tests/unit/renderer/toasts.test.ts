import { beforeEach, expect, it } from 'vitest';
import { showToast, useToasts } from '../../../src/renderer/src/state/toasts';

beforeEach(() => {
  useToasts.setState({ toasts: [] });
});

const texts = () => useToasts.getState().toasts.map(({ text }) => text);

it('the same failure again is said once, as the newest', () => {
  showToast({ tone: 'error', text: 'The date is missing.' });
  const [first] = useToasts.getState().toasts;
  showToast({ tone: 'error', text: 'The disk is full.' });
  showToast({ tone: 'error', text: 'The date is missing.' });
  expect(texts()).toEqual(['The disk is full.', 'The date is missing.']);
  // A message of its own: a screen reader says it once more.
  expect(useToasts.getState().toasts.at(-1)?.id).not.toBe(first?.id);
});

it('a message with something to do stays beside the same words', () => {
  const action = { label: 'Undo', run: () => undefined };
  showToast({ tone: 'done', text: 'Moved to the trash', action, step: '1' });
  showToast({ tone: 'done', text: 'Moved to the trash', action, step: '2' });
  expect(texts()).toHaveLength(2);
});
