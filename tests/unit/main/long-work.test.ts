import { describe, expect, it } from 'vitest';
import { importEnd, LongWorkWatch } from '../../../src/main/long-work';
import type { ImportSummary } from '../../../src/shared/importing';
import type { WorkProgress } from '../../../src/shared/ipc-contract';
import type { Reply } from '../../../src/shared/reply';

const progress = (work: WorkProgress['work'], done: number, finished = false): WorkProgress => ({
  work,
  done,
  total: 4,
  unit: 'files',
  finished,
});
const done: Reply<null> = { ok: true, value: null };

function watch() {
  const said: unknown[] = [];
  const clock = { now: 0 };
  const watched = new LongWorkWatch(
    {
      onShare: (share) => said.push(share),
      onBegan: (work) => said.push(`${work} began`),
      onEnded: ({ work, outcome }, ms, isLong) => said.push([work, outcome, ms, isLong]),
    },
    () => clock.now,
  );
  return { watched, said, clock };
}

describe('long work', () => {
  it('says how far it is, and that it is over', async () => {
    const { watched, said, clock } = watch();
    let finish: (reply: Reply<null>) => void = () => undefined;
    const asked = new Promise<Reply<null>>((resolve) => (finish = resolve));
    const followed = watched.follow('verify', asked);
    watched.hear(progress('verify', 1));
    clock.now = 9_000;
    watched.hear(progress('verify', 4, true));
    finish(done);
    expect(await followed).toBe(done);
    expect(said).toEqual(['verify began', 0.25, 0.25, ['verify', 'done', 9_000, true], null]);
  });

  it('that is soon over is nothing to be told of', async () => {
    const { watched, said, clock } = watch();
    const followed = watched.follow('backup', Promise.resolve(done));
    clock.now = 50;
    await followed;
    expect(said).toContainEqual(['backup', 'done', 50, false]);
  });

  it('that was refused or stopped says so, and leaves no bar behind', async () => {
    for (const [code, outcome] of [
      ['cancelled', 'cancelled'],
      ['disk-full', 'failed'],
    ] as const) {
      const { watched, said } = watch();
      watched.hear(progress('export', 2));
      const failure = { ok: false, error: { code, message: '', details: {} } } as const;
      await watched.follow('export', Promise.resolve(failure));
      expect(said).toContainEqual(['export', outcome, 0, false]);
      expect(said.at(-1)).toBeNull();
    }
  });

  it.each([
    ['done', 'done'],
    ['cancelled', 'cancelled'],
    ['stopped', 'failed'],
  ] as const)(
    'that is an import which was %s tells it so, and how much it filed',
    async (outcome, end) => {
      const ends: unknown[] = [];
      const watched = new LongWorkWatch({
        onShare: () => undefined,
        onBegan: () => undefined,
        onEnded: (told) => ends.push(told),
      });
      const summary = { outcome, filed: 110, needsLook: 10 } as ImportSummary;
      await watched.follow('import', Promise.resolve({ ok: true, value: summary }), importEnd);
      expect(ends).toEqual([{ work: 'import', outcome: end, filed: 120 }]);
    },
  );

  it('that the archive does by itself has a bar, but nobody is told of its end', () => {
    const { watched, said } = watch();
    watched.hear(progress('index', 2));
    watched.hear(progress('backup', 1));
    watched.hear(progress('index', 4, true));
    watched.hear(progress('backup', 4, true));
    expect(said).toEqual([0.5, 0.25, 0.25, null]);
  });
});
