import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, rm, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { describe, expect, it } from 'vitest';
import { tempFolder } from '../support/temp-folder';
import { bundleChild } from './support/bundle-child';
import { isLong } from './support/summary';

const processes = 5;
const takersEach = 20;
const races = isLong ? 500 : 40;

describe('the lock of an archive', () => {
  it('is taken by exactly one of a hundred takers in five processes, stale or free', async () => {
    const folder = await tempFolder();
    const child = await bundleChild('lock-child', join(await tempFolder(), 'child'));
    const running = Array.from({ length: processes }, () => {
      const started = spawn(process.execPath, [child, String(takersEach)], {
        stdio: ['pipe', 'pipe', 'inherit'],
      });
      return { started, lines: createInterface(started.stdout)[Symbol.asyncIterator]() };
    });
    await Promise.all(running.map(({ lines }) => lines.next()));
    const taken: number[] = [];
    for (let race = 0; race < races; race += 1) {
      const path = join(folder, 'lock.json');
      // A number that no process can have: whoever had the lock is gone.
      const gone = { host: hostname(), user: 'x', processId: 2 ** 22 + 7, since: `race ${race}` };
      if (race % 2 === 0) await writeFile(path, JSON.stringify(gone));
      if (race % 4 === 0) {
        // As if a taker had been killed in the middle of its take-over.
        const { createHash } = await import('node:crypto');
        const claim = createHash('sha256').update(JSON.stringify(gone)).digest('hex').slice(0, 24);
        await writeFile(`${path}.${claim}.claim`, JSON.stringify({ ...gone, since: 'claim' }));
      }
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
      `lock races: ${races}, takers ${races * processes * takersEach}, taken ${taken.length}\n`,
    );
    expect(taken).toEqual(Array(races).fill(1));
  });
});
