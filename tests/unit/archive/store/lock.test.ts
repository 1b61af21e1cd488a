import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { isKept } from '../../../../src/archive/keeping/kept-files';
import { syncFolder } from '../../../../src/archive/store/durable-file';
import { realFiles, type FileLayer } from '../../../../src/archive/store/file-layer';
import { guardedFiles } from '../../../../src/archive/store/guarded-files';
import type { HeldLock } from '../../../../src/archive/store/held-lock';
import { takeLock } from '../../../../src/archive/store/lock';
import { underClaim } from '../../../../src/archive/store/lock-claim';
import { withCandidate } from '../../../../src/archive/store/lock-file';
import { newHolder } from '../../../../src/archive/store/lock-holder';
import { age, day, foreignLock, minute } from '../../../support/lock-files';
import { unlinkedFiles } from '../../../support/unlinked-files';

let folder: string;
let path: string;
const held: HeldLock[] = [];
const realNow = Date.now.bind(Date);
let slept = 0;

beforeEach(async () => {
  slept = 0;
  folder = await mkdtemp(join(tmpdir(), 'press-archive-lock-'));
  path = join(folder, 'lock.json');
});

afterEach(async () => {
  vi.restoreAllMocks();
  for (const lock of held.splice(0)) await lock.release().catch(() => undefined);
  await rm(folder, { recursive: true, force: true });
});

function failure(code: string): Error {
  return Object.assign(new Error(`${code}: made for a test`), { code });
}

async function take(files: FileLayer = realFiles): Promise<HeldLock> {
  const outcome = await takeLock(path, files);
  if (!outcome.taken) throw new Error('It is somebody else’s.');
  held.push(outcome.lock);
  return outcome.lock;
}

/** The computer sleeps; its steady clock stands still. */
function sleep(milliseconds: number): void {
  slept += milliseconds;
  vi.spyOn(Date, 'now').mockImplementation(() => realNow() + slept);
}

/** What somebody else's lock would say. */
async function replaceBySomebody(): Promise<void> {
  await foreignLock(folder, 0);
}

describe('taking the lock', () => {
  it.each(['EPERM', 'EACCES', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EISDIR', 'EXDEV'])(
    'does without hard links where the file system refuses them with %s',
    async (code) => {
      const files = { ...realFiles, link: () => Promise.reject(failure(code)) };
      await take(files);
      expect(JSON.parse(await readFile(path, 'utf8'))).toMatchObject({ host: hostname() });
      expect(await takeLock(path, files)).toMatchObject({ taken: false });
      expect(await takeLock(path, realFiles)).toMatchObject({ taken: false });
      expect(await readdir(folder)).toEqual(['lock.json']);
    },
  );

  it('fails where the disk fails', async () => {
    const files = { ...realFiles, link: () => Promise.reject(failure('EIO')) };
    await expect(takeLock(path, files)).rejects.toMatchObject({ code: 'EIO' });
    expect(await readdir(folder)).toEqual([]);
  });

  it('waits for a lock that is half written, and says who has it once it is whole', async () => {
    await writeFile(path, '{"host":"des');
    const asking = takeLock(path, unlinkedFiles);
    setTimeout(() => void replaceBySomebody(), 150);
    expect(await asking).toMatchObject({ taken: false, holder: { user: 'lena' } });
  });

  it.each(['', '{"host":"des'])(
    'replaces a lock that was left as “%s” by somebody who was killed, but only an old one',
    async (text) => {
      await writeFile(path, text);
      await age(path, minute);
      expect(await takeLock(path, unlinkedFiles)).toMatchObject({ taken: true, afterCrash: true });
      await writeFile(path, text);
      const hasty = { ...unlinkedFiles, pause: () => (sleep(6_000), Promise.resolve()) };
      expect(await takeLock(path, hasty)).toMatchObject({ taken: false, holder: { user: '' } });
    },
  );

  it('doesn’t count a lock as taken that was made too slowly, until nobody can be replacing it', async () => {
    const slow: FileLayer = {
      ...unlinkedFiles,
      open: async (name, flags) => {
        const handle = await realFiles.open(name, flags);
        if (name !== path) return handle;
        sleep(minute);
        // While it slept somebody found it cut off and old, and replaced it.
        await rm(path);
        await replaceBySomebody();
        return handle;
      },
    };
    expect(await takeLock(path, slow)).toMatchObject({ taken: false, holder: { user: 'lena' } });
    expect(await readFile(path, 'utf8')).toContain('lena');
  });

  it('leaves nothing beside the archive that a backup would keep', async () => {
    const names = new Set<string>();
    const files: FileLayer = {
      ...unlinkedFiles,
      open: (name, flags) => (names.add(basename(name)), realFiles.open(name, flags)),
    };
    await writeFile(path, '');
    await age(path, minute);
    await writeFile(`${path}.claim`, '');
    await age(`${path}.claim`, minute);
    await takeLock(path, files);
    expect([...names].filter(isKept)).toEqual([]);
    expect(names.size).toBeGreaterThan(4);
    expect(await readdir(folder)).toEqual(['lock.json']);
  });

  it('never ends a lock of another computer by itself, however old', async () => {
    await foreignLock(folder, 100 * day);
    expect(await takeLock(path)).toMatchObject({ taken: false, holder: { user: 'lena' } });
  });
});

describe('a lock that is held', () => {
  it('shows a sign of life by the clock of the file system', async () => {
    const lock = await take();
    const text = await readFile(path, 'utf8');
    await age(path, day);
    await lock.beat();
    expect(Math.abs((await stat(path)).mtimeMs - Date.now())).toBeLessThan(5_000);
    expect(await readFile(path, 'utf8')).toBe(text);
  });

  it('isn’t looked at before a change while it was touched lately', async () => {
    const lock = await take();
    await replaceBySomebody();
    expect(lock.sure()).toBeUndefined();
  });

  it.each([
    ['the computer slept', 11 * minute],
    ['the clock was set back', -minute],
  ])('is looked at before the next change after %s', async (_what, jump) => {
    const lock = await take();
    sleep(jump);
    await age(path, day);
    await lock.sure();
    expect(Math.abs((await stat(path)).mtimeMs - Date.now() + jump)).toBeLessThan(5_000);
    expect(await readdir(folder)).toEqual(['lock.json']);
  });

  it('is lost for good when somebody else has it, and stays theirs', async () => {
    const lock = await take();
    const told: (string | null)[] = [];
    lock.listen({ onLost: (by) => told.push(by?.user ?? null), onTrouble: () => undefined });
    await replaceBySomebody();
    sleep(2 * minute);
    await expect(lock.sure()).rejects.toMatchObject({
      code: 'archive-lock-lost',
      message: expect.stringMatching(/^lena on press-office-old took over/) as unknown,
    });
    await expect(lock.sure()).rejects.toMatchObject({ code: 'archive-lock-lost' });
    await lock.release();
    expect(told).toEqual(['lena']);
    expect(await readFile(path, 'utf8')).toContain('lena');
  });

  it('notices with its next beat that its file was removed', async () => {
    const lock = await take();
    await writeFile(join(folder, 'archive.json'), '{}');
    await rm(path);
    await lock.beat();
    expect(lock.isLost).toBe(true);
    expect(await readdir(folder)).toEqual(['archive.json']);
  });

  it('is not lost, but tells, while the drive is gone', async () => {
    const files = { ...realFiles };
    const lock = await take(files);
    const told: (string | null)[] = [];
    lock.listen({ onLost: () => told.push('lost'), onTrouble: (sentence) => told.push(sentence) });
    files.readFile = () => Promise.reject(failure('ENOENT'));
    await lock.beat();
    expect(told).toEqual([expect.stringContaining("can't be reached any more")]);
    files.readFile = (name) => realFiles.readFile(name);
    await lock.beat();
    expect(told.at(-1)).toBeNull();
    expect(lock.isLost).toBe(false);
  });

  it('waits for a take-over that is under way when it wakes up, and finds that it lost', async () => {
    const lock = await take();
    sleep(11 * minute);
    let checking: Promise<void> | undefined;
    await withCandidate(path, newHolder(), realFiles, (taker) =>
      underClaim(path, taker, realFiles, async () => {
        checking = lock.sure();
        checking?.catch(() => undefined);
        await new Promise((resolve) => setTimeout(resolve, 120));
        await replaceBySomebody();
      }),
    );
    await expect(checking).rejects.toMatchObject({ code: 'archive-lock-lost' });
  });

  it('doesn’t remove the lock of somebody who took it over while it was being given back', async () => {
    const files = { ...realFiles };
    const lock = await take(files);
    files.readFile = async (name) => {
      const text = await realFiles.readFile(name);
      if (name === path) {
        files.readFile = (other) => realFiles.readFile(other);
        sleep(11 * minute);
        await replaceBySomebody();
      }
      return text;
    };
    await lock.release();
    expect(await readFile(path, 'utf8')).toContain('lena');
  });

  it('looks once more if it fell asleep while it looked', async () => {
    const files = { ...realFiles };
    const lock = await take(files);
    sleep(11 * minute);
    files.open = async (name, flags) => {
      const handle = await realFiles.open(name, flags);
      if (name === path) {
        files.open = (other, otherFlags) => realFiles.open(other, otherFlags);
        sleep(11 * minute);
        await replaceBySomebody();
      }
      return handle;
    };
    await expect(lock.sure()).rejects.toMatchObject({ code: 'archive-lock-lost' });
  });
});

describe('a guarded disk', () => {
  const operations: Readonly<Record<string, (files: FileLayer, name: string) => Promise<unknown>>> =
    {
      open: (files, name) => files.open(name, 'a'),
      mkdir: (files, name) => files.mkdir(`${name}.folder`),
      rename: (files, name) => files.rename(name, `${name}.other`),
      link: (files, name) => files.link(name, `${name}.other`),
      rm: (files, name) => files.rm(name),
      truncate: (files, name) => files.truncate(name, 0),
      copyFile: (files, name) => files.copyFile(name, `${name}.other`),
    };

  it.each(Object.keys(operations))('does no %s once the lock is lost', async (operation) => {
    const name = join(folder, 'file');
    await writeFile(name, 'text');
    const files = guardedFiles(realFiles, () => Promise.reject(failure('lost')));
    await expect(operations[operation]?.(files, name)).rejects.toMatchObject({ code: 'lost' });
    expect(await readdir(folder)).toEqual(['file']);
    expect(await readFile(name, 'utf8')).toBe('text');
    expect((await files.readFile(name)).toString()).toBe('text');
  });

  it('acknowledges nothing that was fsynced after the lock was lost', async () => {
    let isLost = false;
    const files = guardedFiles(realFiles, () =>
      isLost ? Promise.reject(failure('lost')) : undefined,
    );
    const handle = await files.open(join(folder, 'file'), 'a');
    await handle.writeFile('text');
    await handle.datasync();
    isLost = true;
    await expect(handle.datasync()).rejects.toMatchObject({ code: 'lost' });
    await expect(handle.writeFile('more')).rejects.toMatchObject({ code: 'lost' });
    await handle.close();
    expect(await readFile(join(folder, 'file'), 'utf8')).toBe('text');
  });
});

describe('the fsync of a folder', () => {
  const opening = (code: string): FileLayer => ({
    ...realFiles,
    open: () => Promise.reject(failure(code)),
  });
  const syncing = (code: string): FileLayer => ({
    ...realFiles,
    open: async (name, flags) => {
      const handle = await realFiles.open(name, flags);
      handle.sync = () => Promise.reject(failure(code));
      return handle;
    },
  });

  it.each(['EINVAL', 'ENOTSUP', 'EISDIR', 'EPERM', 'EACCES', 'EBADF', 'ENOSYS'])(
    'is left out where the file system can’t (%s)',
    async (code) => {
      await syncFolder(folder, opening(code));
      await syncFolder(folder, syncing(code));
    },
  );

  it.each(['EIO', 'ENOSPC', 'ENOENT', 'ESTALE'])('fails where it failed (%s)', async (code) => {
    await expect(syncFolder(folder, opening(code))).rejects.toMatchObject({ code });
    await expect(syncFolder(folder, syncing(code))).rejects.toMatchObject({ code });
  });
});
