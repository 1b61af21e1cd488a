import { afterEach, beforeEach, expect, test, vi } from 'vitest';

const asked = vi.fn(() => Promise.resolve({ ok: true, value: { release: { body: 'long' } } }));

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('window', { archive: { request: asked, on: () => () => undefined } });
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('what nobody shows any more is known for a minute, then its memory is given back', async () => {
  const { ask, queryClient } = await import('../../../src/renderer/src/requests');
  for (let id = 0; id < 50; id += 1) await ask('release:read', { id: `r${id}` });
  await vi.advanceTimersByTimeAsync(50_000);
  await ask('release:read', { id: 'r7' });
  expect(asked).toHaveBeenCalledTimes(50);
  await vi.advanceTimersByTimeAsync(70_000);
  expect(queryClient.getQueryCache().getAll()).toHaveLength(0);
});
