import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { describe, expect, it } from 'vitest';
import { tempFolder } from '../support/temp-folder';
import { bundleChild } from './support/bundle-child';
import { isLong } from './support/summary';

const processes = 5;
const takersEach = 20;
const races = isLong ? 500 : 48;

/** A number that no process can have: whoever had the lock is gone. */
const gone = JSON.stringify({ host: hostname(), user: 'x', processId: 2 ** 22 + 7, since: 'then' });

/** What a race finds; older than anybody needs to make a lock. */
async function leave(path: string, text: string): Promise<void> {
  await writeFile(path, text);
  const before = Date.now() / 1_000 - 40;
  await utimes(path, before, before);
}

const findings: readonly ((path: string) => Promise<void>)[] = [
  () => Promise.resolve(),
  (path) => leave(path, gone),
  // As if its maker had been killed before it was written, or in the middle of it.
  (path) => leave(path, ''),
  (path) => leave(path, gone.slice(0, 30)),
  // As if takers had been killed in the middle of their take-over.
  async (path) => {
    await leave(path, gone);
    await leave(`${path}.claim`, gone.replace('then', 'claim'));
  },
  async (path) => {
    await leave(path, '{');
    await leave(`${path}.claim`, '');
    await leave(`${path}.claim.claim`, gone.slice(0, 9));
  },
];

describe('the lock of an archive', () => {
  it.each([
    ['hard links', ['linked']],
    ['no hard links', ['unlinked']],
    ['hard links for some only', ['linked', 'unlinked']],
  ])(
    'is taken by exactly one of a hundred takers in five processes, stale, cut off or free, on a disk with %s',
    async (what, disks) => {
      const folder = await tempFolder();
      const child = await bundleChild('lock-child', join(await tempFolder(), 'child'));
      const running = Array.from({ length: processes }, (_process, number) => {
        const disk = disks[number % disks.length] ?? '';
        const started = spawn(process.execPath, [child, String(takersEach), disk], {
          stdio: ['pipe', 'pipe', 'inherit'],
        });
        return { started, lines: createInterface(started.stdout)[Symbol.asyncIterator]() };
      });
      await Promise.all(running.map(({ lines }) => lines.next()));
      const taken: number[] = [];
      for (let race = 0; race < races; race += 1) {
        const path = join(folder, 'lock.json');
        await findings[race % findings.length]?.(path);
        for (const { started } of running) started.stdin.write(`${path}\n`);
        const answers = await Promise.all(running.map(({ lines }) => lines.next()));
        taken.push(answers.reduce((sum, answer) => sum + Number(answer.value), 0));
        expect(await readdir(folder)).toEqual(['lock.json']);
        await rm(path);
      }
      for (const { started } of running) {
        started.stdin.end();
        await once(started, 'close');
      }
      process.stdout.write(
        `lock races, ${what}: ${races}, takers ${races * processes * takersEach}, taken ${taken.length}\n`,
      );
      expect(taken).toEqual(Array(races).fill(1));
    },
  );
});
