import { expect, it } from 'vitest';
import { askPerson, useQuestion } from '../../../src/renderer/src/state/questions';

const question = { title: '', text: '', answers: [], escape: 'no' };

it('leaves no question waiting when another one takes its place', async () => {
  const first = askPerson(question);
  const second = askPerson({ ...question, title: 'second' });
  expect(await first).toBe('no');
  expect(useQuestion.getState().question?.title).toBe('second');
  useQuestion.getState().resolve('yes');
  expect(await second).toBe('yes');
  expect(useQuestion.getState().question).toBeNull();
});
