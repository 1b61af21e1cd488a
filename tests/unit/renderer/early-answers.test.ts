import { expect, it } from 'vitest';
import { firstQuestion } from '../../../src/renderer/src/early-answers';
import { currentQuery } from '../../../src/renderer/src/state/results/current-query';
import { pagesAtFirst, pageSize } from '../../../src/renderer/src/state/results/result-pages';
import { resetWorkspace } from '../../../src/renderer/src/state/workspace';

it('asks early what a window asks first, to the letter', () => {
  resetWorkspace();
  const limit = pagesAtFirst * pageSize;
  expect(JSON.stringify(firstQuestion)).toBe(JSON.stringify(currentQuery(0, limit, true)));
});
