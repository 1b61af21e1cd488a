import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { createArchive, openArchive, type Archive } from '../../src/archive/archive';
import { bundleChild } from '../fault/support/bundle-child';
import { everything } from '../support/contract';
import { age, day, foreignLock, minute } from '../support/lock-files';
import { content, institution } from '../support/samples';
import { tempFolder } from '../support/temp-folder';

let bundles: string;
let child: string;

beforeAll(async () => {
  bundles = await mkdtemp(join(tmpdir(), 'press-archive-child-'));
  child = await bundleChild('hold-child', bundles);
}, 60_000);

afterAll(() => rm(bundles, { recursive: true, force: true }));

interface Holder {
  readonly process: ChildProcess;
  /** Says what became of it: `writing`, why it can only read, or the code of the failure. */
  tell(word: string): Promise<string>;
}

/** Another process that has the archive open for writing. */
async function holderOf(folder: string): Promise<Holder> {
  const running = spawn(process.execPath, [child, folder], { stdio: ['pipe', 'pipe', 'inherit'] });
  onTestFinished(() => void running.kill('SIGKILL'));
  const lines = createInterface(running.stdout)[Symbol.asyncIterator]();
  const answer = async (): Promise<string> => String((await lines.next()).value);
  expect(await answer()).toBe('writing');
  return {
    process: running,
    tell: (word) => {
      running.stdin.write(`${word}\n`);
      return answer();
    },
  };
}

async function newArchive(): Promise<string> {
  const folder = join(await tempFolder(), 'archive');
  const archive = await createArchive(folder, institution);
  await archive.releases.file(content({ headline: 'Filed before' }), null);
  await archive.close();
  return folder;
}

async function headlines(archive: Archive): Promise<readonly string[]> {
  const { hits } = await archive.search.find({ ...everything, sort: 'newest' });
  return hits.map((hit) => hit.release.headline).sort();
}

/** Opens as the window does; the lock is looked at all the time. */
async function open(
  folder: string,
  options: Parameters<typeof openArchive>[2] = {},
): Promise<{ archive: Archive; changes: string[] }> {
  const changes: string[] = [];
  const archive = await openArchive(
    folder,
    { onChanged: ({ what }) => changes.push(...what) },
    { lookEvery: 20, ...options },
  );
  onTestFinished(() => archive.close().catch(() => undefined));
  return { archive, changes };
}

describe('two openers of one archive', () => {
  it('are told who has it, that it was changed, and that it is free', async () => {
    const folder = await newArchive();
    const holder = await holderOf(folder);
    const { archive, changes } = await open(folder);
    expect(archive.info().readOnly).toMatchObject({
      why: 'locked',
      host: hostname(),
      free: false,
      canTakeOver: false,
      changed: false,
    });
    expect(changes).toEqual([]);

    expect(await holder.tell('file')).toBe('writing');
    await vi.waitFor(() => {
      expect(archive.info().readOnly).toMatchObject({ changed: true, free: false });
    });
    expect(changes).toEqual(['archive']);
    const { archive: newest } = await open(folder);
    expect(await headlines(newest)).toEqual(['By the other process', 'Filed before']);
    expect(newest.info().readOnly).toMatchObject({ why: 'locked', changed: false });

    expect(await holder.tell('close')).toBe('writing');
    await vi.waitFor(() => {
      expect(newest.info().readOnly).toMatchObject({ free: true });
    });
    expect(await newest.takingOver()).toEqual({});
    const { archive: writing } = await open(folder);
    expect(writing.info().readOnly).toBeNull();
    await writing.releases.file(content({ headline: 'Third' }), null);
  });

  it('see that it is free when the process that has it is killed', async () => {
    const folder = await newArchive();
    const holder = await holderOf(folder);
    const { archive } = await open(folder);
    holder.process.kill('SIGKILL');
    await once(holder.process, 'close');
    await vi.waitFor(() => {
      expect(archive.info().readOnly).toMatchObject({ free: true });
    });
  });

  it('don’t take it over while there is a sign of life', async () => {
    const folder = await newArchive();
    const path = await foreignLock(folder, 4 * minute);
    const { archive } = await open(folder);
    expect(archive.info().readOnly).toMatchObject({
      host: 'press-office-old',
      user: 'lena',
      since: '2024-02-05T08:30:00.000Z',
      canTakeOver: false,
    });
    await expect(archive.takingOver()).rejects.toMatchObject({ code: 'archive-holder-active' });
    // Silent for longer, but not watched for long: its clock may be another one.
    await age(path, 30 * minute);
    await expect(archive.takingOver()).rejects.toMatchObject({ code: 'archive-holder-active' });
    const before = await readFile(path, 'utf8');
    expect(before).toContain('lena');
  });

  it('take it over from a computer that was silent for long, and only from that one', async () => {
    const folder = await newArchive();
    const path = await foreignLock(folder, 3 * day);
    const { archive } = await open(folder);
    const locked = archive.info().readOnly;
    expect(locked).toMatchObject({ why: 'locked', canTakeOver: true, free: false });
    const lastSeen = Date.parse((locked?.why === 'locked' && locked.lastSeen) || '');
    expect(Math.abs(lastSeen - (Date.now() - 3 * day))).toBeLessThan(10_000);
    const decided = await archive.takingOver();

    // It comes back between the decision and the deed.
    await age(path, minute);
    await expect(open(folder, decided)).rejects.toMatchObject({ code: 'archive-holder-active' });
    expect(await readFile(path, 'utf8')).toContain('lena');

    await age(path, 3 * day);
    const { archive: writing } = await open(folder, await archive.takingOver());
    expect(writing.info().readOnly).toBeNull();
    await writing.releases.file(content({ headline: 'After the take-over' }), null);
    expect(await headlines(writing)).toEqual(['After the take-over', 'Filed before']);
    await writing.close();
    expect(await readdir(folder)).not.toContain('lock.json');
  });

  it('leave one writer when the old one wakes up: it writes nothing and says why', async () => {
    const folder = await newArchive();
    const sleeper = await holderOf(folder);
    expect(await sleeper.tell('file')).toBe('writing');
    sleeper.process.kill('SIGSTOP');
    await age(join(folder, 'lock.json'), 2 * day);
    const { archive: waiting } = await open(folder);
    expect(waiting.info().readOnly).toMatchObject({ canTakeOver: true });
    const { archive: taker } = await open(folder, await waiting.takingOver());
    expect(taker.info().readOnly).toBeNull();
    await taker.releases.file(content({ headline: 'By the taker' }), null);
    await taker.save();
    sleeper.process.kill('SIGCONT');
    expect(await sleeper.tell('wake')).toBe('writing');
    expect(await sleeper.tell('file')).toBe('archive-lock-lost');
    expect(await sleeper.tell('file')).toBe('archive-lock-lost');
    await sleeper.tell('save');
    expect(await sleeper.tell('close')).toBe('lock-lost');
    await taker.close();
    const { archive: after } = await open(folder);
    expect(after.info()).toMatchObject({ readOnly: null, warnings: [] });
    expect(await headlines(after)).toEqual([
      'By the other process',
      'By the taker',
      'Filed before',
    ]);
    expect((await after.verify()).problems).toEqual([]);
  });

  it('leave the archive to whoever woke up when nobody took it over', async () => {
    const folder = await newArchive();
    const sleeper = await holderOf(folder);
    await age(join(folder, 'lock.json'), 2 * day);
    const { archive: waiting } = await open(folder);
    const decided = await waiting.takingOver();
    await sleeper.tell('wake');
    expect(await sleeper.tell('file')).toBe('writing');
    // It gave a sign of life before it wrote.
    await expect(open(folder, decided)).rejects.toMatchObject({ code: 'archive-holder-active' });
    await expect(waiting.takingOver()).rejects.toMatchObject({ code: 'archive-holder-active' });
  });
});
