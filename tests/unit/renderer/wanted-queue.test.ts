import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { WantedQueue } from '../../../src/renderer/src/thumbnails/wanted-queue';

/** A queue whose work ends when the test says so. */
function queueOf(atOnce: number) {
  const started: number[] = [];
  const ends = new Map<number, () => void>();
  const queue = new WantedQueue<number>((key) => {
    started.push(key);
    return new Promise<void>((resolve) => {
      ends.set(key, resolve);
    });
  }, atOnce);
  const finish = async (key: number): Promise<void> => {
    ends.get(key)?.();
    ends.delete(key);
    await settled();
  };
  return { queue, started, ends, finish };
}

async function settled(): Promise<void> {
  for (let turn = 0; turn < 8; turn += 1) await Promise.resolve();
}

describe('the queue of what is looked at', () => {
  it('takes the newest wish first, a few at a time', async () => {
    const { queue, started, finish } = queueOf(2);
    for (const key of [1, 2, 3, 4]) queue.want(key);
    await settled();
    expect(started).toEqual([4, 3]);
    await finish(4);
    expect(started).toEqual([4, 3, 2]);
  });

  it('leaves out what is out of sight before its turn', async () => {
    const { queue, started, finish } = queueOf(1);
    const cancels = [1, 2, 3].map((key) => queue.want(key));
    await settled();
    for (const cancel of cancels) cancel();
    queue.want(9);
    await finish(3);
    expect(started).toEqual([3, 9]);
  });

  it('goes on where one of two that want the same looks away', async () => {
    const { queue, started, finish } = queueOf(1);
    queue.want(1);
    await settled();
    const [first] = [queue.want(2), queue.want(2)];
    first();
    first();
    await finish(1);
    expect(started).toEqual([1, 2]);
  });

  it('never works on more than it may, nor on what nobody wants', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.constantFrom('want', 'leave', 'finish'), fc.nat({ max: 9 })), {
          maxLength: 60,
        }),
        async (steps) => {
          const { queue, started, ends, finish } = queueOf(2);
          const cancels = new Map<number, () => void>();
          for (const [step, key] of steps) {
            const before = started.length;
            if (step === 'want' && !cancels.has(key)) cancels.set(key, queue.want(key));
            if (step === 'leave') {
              cancels.get(key)?.();
              cancels.delete(key);
            }
            if (step === 'finish') {
              if (ends.has(key)) cancels.delete(key);
              await finish(key);
            }
            await settled();
            expect(ends.size).toBeLessThanOrEqual(2);
            for (const begun of started.slice(before)) expect(cancels.has(begun)).toBe(true);
          }
        },
      ),
    );
  });
});
