import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { takeLock } from '../../../../src/archive/store/lock';
import { lifeOf } from '../../../../src/archive/store/process-life';
import { tempFolder } from '../../../support/temp-folder';

const children: ChildProcess[] = [];

afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});

async function lockOf(holder: object): Promise<string> {
  const path = join(await tempFolder(), 'lock.json');
  const since = '2026-01-01T00:00:00.000Z';
  await writeFile(path, `${JSON.stringify({ host: hostname(), user: 'x', since, ...holder })}\n`);
  return path;
}

/** A process that has ended and that its parent never asks for. */
async function zombie(): Promise<number> {
  const parent = spawn('sh', ['-c', 'sleep 0 & echo $!; exec sleep 60']);
  children.push(parent);
  const [said] = (await once(parent.stdout, 'data')) as [Buffer];
  const processId = Number(said.toString());
  while (!(await readFile(`/proc/${processId}/stat`, 'utf8')).includes(') Z ')) {
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  return processId;
}

describe.skipIf(process.platform === 'win32')('a lock whose process id is in use', () => {
  it.runIf(process.platform === 'linux')(
    'is free where the process was killed and nobody has asked for its end yet',
    async () => {
      const path = await lockOf({ processId: await zombie() });
      expect(await takeLock(path)).toMatchObject({ taken: true, afterCrash: true });
    },
  );

  it('is free where another process has the id by now', async () => {
    const child = spawn('sleep', ['60']);
    children.push(child);
    const processId = child.pid ?? 0;
    const [ids = ''] = lifeOf(process.pid).started?.split(' ') ?? [];
    const path = await lockOf({ processId, started: `${ids} another-boot 17` });
    expect(await takeLock(path)).toMatchObject({ taken: true, afterCrash: true });
  });

  it('is somebody’s where its process ids are of another container', async () => {
    const path = await lockOf({ processId: process.pid, started: 'pid:[1] some-boot 17' });
    expect(await takeLock(path)).toMatchObject({ taken: false });
  });

  it('is somebody’s where the process is the one that took it', async () => {
    const child = spawn('sleep', ['60']);
    children.push(child);
    const processId = child.pid ?? 0;
    const life = lifeOf(processId);
    expect(life).toMatchObject({ hasEnded: false, started: expect.stringMatching(/\d/) as string });
    const path = await lockOf({ processId, started: life.started });
    expect(await takeLock(path)).toMatchObject({ taken: false, holder: { processId } });
  });

  it('is somebody’s where an older version of the program, which noted no start, took it', async () => {
    const path = await lockOf({ processId: process.pid });
    expect(await takeLock(path)).toMatchObject({ taken: false });
  });

  it('is of this very process where it says when this process started', async () => {
    const path = join(await tempFolder(), 'lock.json');
    const lock = await takeLock(path);
    expect(JSON.parse(await readFile(path, 'utf8'))).toMatchObject({
      processId: process.pid,
      started: lifeOf(process.pid).started,
    });
    expect(await takeLock(path)).toMatchObject({ taken: false });
    if (lock.taken) await lock.release();
  });
});

describe.runIf(process.platform === 'linux')('what ps tells where there is no /proc', () => {
  it('is when a process started, and whether it has ended', async () => {
    expect(lifeOf(process.pid, '/no/proc')).toMatchObject({
      hasEnded: false,
      started: expect.stringMatching(/:\d\d:\d\d 20/) as string,
    });
    expect(lifeOf(await zombie(), '/no/proc').hasEnded).toBe(true);
  });
});
