import { hostname } from 'node:os';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { guardedFiles } from '../../src/archive/store/guarded-files';
import { takeLock } from '../../src/archive/store/lock';
import { silence } from '../../src/archive/store/lock-times';
import { Random } from './support/random';
import { isLong } from './support/summary';
import { TurnTakingDisk, type DiskKind } from './support/turn-taking-files';

const path = '/archive/lock.json';
const games = isLong ? 20_000 : 2_000;

const gone = JSON.stringify({ host: hostname(), user: 'x', processId: 2 ** 22 + 7, since: 'then' });
const found = [null, gone, '', '{"host":"des'];

interface Tally {
  taken: number;
  writes: number;
  lost: number;
  /** Writes of somebody after somebody else had got the lock. */
  wrong: number;
}

/** Takes the lock, also over a silent one, writes a little, shows signs of life, gives it back. */
async function play(disk: TurnTakingDisk, random: Random, tally: Tally, last: { taker: symbol }) {
  const me = Symbol('taker');
  const raw = disk.layer(() => {
    tally.writes += 1;
    if (last.taker !== me) tally.wrong += 1;
  });
  for (let attempt = 0; attempt < 4; attempt += 1) {
    const touched = disk.files.get(path)?.touched ?? 0;
    const takeOver = disk.clock - touched >= silence ? { touched } : null;
    const outcome = await takeLock(path, raw, takeOver).catch(() => null);
    if (outcome === null) continue;
    if (!outcome.taken) {
      await raw.pause(random.below(12) * 60_000);
      continue;
    }
    const { lock } = outcome;
    // A lock counts from the first time that its holder may write.
    const guarded = guardedFiles(raw, () => lock.sure());
    try {
      await lock.sure();
      last.taker = me;
      tally.taken += 1;
      const handle = await guarded.open('/archive/data', 'a');
      for (let write = 0; write < 6; write += 1) {
        await handle.writeFile('x');
        if (random.chance(0.3)) await lock.beat();
        if (random.chance(0.3)) await raw.pause(random.below(80) * 1_000);
      }
    } catch {
      tally.lost += 1;
    }
    await lock.release().catch(() => undefined);
  }
}

afterEach(() => {
  vi.restoreAllMocks();
});

describe('the lock, in any order of operations', () => {
  it.each<[string, DiskKind]>([
    ['hard links', { hasLinks: true, stampMilliseconds: 1 }],
    ['no hard links', { hasLinks: false, stampMilliseconds: 1 }],
    ['no hard links and times of two seconds', { hasLinks: false, stampMilliseconds: 2_000 }],
  ])(
    'never lets two write whose computers fall asleep at any point, on a disk with %s',
    async (what, kind) => {
      const tally: Tally = { taken: 0, writes: 0, lost: 0, wrong: 0 };
      let operations = 0;
      const wrong: number[] = [];
      for (let game = 0; game < games; game += 1) {
        const random = new Random(game);
        const disk = new TurnTakingDisk(random, kind);
        vi.spyOn(Date, 'now').mockImplementation(() => disk.clock);
        vi.spyOn(performance, 'now').mockImplementation(() => disk.clock);
        const text = found[game % found.length] ?? null;
        if (text !== null) disk.files.set(path, { text, touched: disk.clock - 40_000 });
        disk.files.set('/archive/archive.json', { text: '{}', touched: disk.clock });
        const last = { taker: Symbol('nobody') };
        await disk.run(
          Array.from({ length: 2 + random.below(4) }, () => play(disk, random, tally, last)),
        );
        operations += disk.done;
        if (tally.wrong > 0) wrong.push(game);
        tally.wrong = 0;
      }
      vi.restoreAllMocks();
      process.stdout.write(
        `lock turns, ${what}: ${games} games, ${operations} operations, taken ${tally.taken}, ` +
          `writes ${tally.writes}, lost ${tally.lost}, wrong ${wrong.length}\n`,
      );
      expect(wrong).toEqual([]);
      expect(tally.lost).toBeGreaterThan(0);
    },
  );
});
