import type { WorkProgress } from '../../../src/shared/ipc-contract';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { useOpening, whileOpening } from '../../../src/renderer/src/state/opening';

let tell: (value: Partial<WorkProgress>) => void = () => undefined;
const shown = () => useOpening.getState().archive?.name ?? null;

describe('an archive that is opened', () => {
  beforeEach(() => {
    vi.useFakeTimers();
    const listen = (_notice: string, listener: typeof tell) => {
      tell = listener;
      return () => undefined;
    };
    vi.stubGlobal('window', { archive: { listen } });
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it('is named when it takes long, until it is here', async () => {
    let here = (): void => undefined;
    const opened = whileOpening(
      '/somewhere/Northquay',
      () => new Promise((resolve) => (here = resolve)),
    );
    await vi.advanceTimersByTimeAsync(150);
    tell({ work: 'open', done: 2, total: 3 });
    tell({ work: 'verify', done: 9, total: 9 });
    expect(shown()).toBeNull();
    await vi.advanceTimersByTimeAsync(100);
    expect(shown()).toBe('Northquay');
    expect(useOpening.getState().archive).toMatchObject({ done: 2, total: 3 });
    here();
    await opened;
    expect(shown()).toBeNull();
  });

  it('is not named any more when it could not be opened', async () => {
    const opened = whileOpening('C:\\Press\\Northquay\\', async () => {
      await new Promise((resolve) => setTimeout(resolve, 500));
      throw new Error('gone');
    });
    opened.catch(() => undefined);
    await vi.advanceTimersByTimeAsync(300);
    expect(shown()).toBe('Northquay');
    await vi.advanceTimersByTimeAsync(300);
    await expect(opened).rejects.toThrow('gone');
    expect(shown()).toBeNull();
  });

  it('gives way to the one that was chosen after it', async () => {
    const wait = (ms: number) => () => new Promise<void>((resolve) => setTimeout(resolve, ms));
    void whileOpening('/a/First', wait(1_000));
    await vi.advanceTimersByTimeAsync(500);
    void whileOpening('/a/Second', wait(2_000));
    await vi.advanceTimersByTimeAsync(700);
    expect(shown()).toBe('Second');
    await vi.advanceTimersByTimeAsync(2_000);
    expect(shown()).toBeNull();
  });
});
