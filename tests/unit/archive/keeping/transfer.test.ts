import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, readdir, readFile, stat, symlink, unlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { describe, expect, it } from 'vitest';
import { ZipFile } from 'yazl';
import type { Archive } from '../../../../src/archive/archive';
import { exportArchive, importArchive } from '../../../../src/archive/keeping/transfer';
import { verifyBag } from '../../../../src/archive/packs/verify-bag';
import { encodeChecked } from '../../../../src/archive/store/durable-json';
import { tempFolder } from '../../../support/temp-folder';
import { digestsBelow, fileAnother, filledArchive, portrait } from './filled-archive';

async function exported(name: string): Promise<{ archive: Archive; bag: string; target: string }> {
  const archive = await filledArchive();
  const { path: bag } = await exportArchive(archive, join(await tempFolder(), name));
  return { archive, bag, target: join(await tempFolder(), 'imported') };
}

const sha512 = (text: string): string => createHash('sha512').update(text).digest('hex');

/** A bag whose checksums are right, whatever it holds. */
async function bagOf(payload: Readonly<Record<string, string>>): Promise<string> {
  const folder = join(await tempFolder(), 'bag');
  const manifest = Object.entries(payload).map(([path, text]) => `${sha512(text)}  data/${path}\n`);
  const files = {
    'bagit.txt': 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n',
    'manifest-sha512.txt': manifest.join(''),
    ...Object.fromEntries(Object.entries(payload).map(([path, text]) => [`data/${path}`, text])),
  };
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  return folder;
}

describe.each(['export', 'export.zip'])('an archive that travels as %s', (name) => {
  it('arrives with every record, text, photo, source, and answers searches alike', async () => {
    const { archive, bag, target } = await exported(name);
    const before = await portrait(archive.folder);
    expect((await verifyBag(bag)).problems).toEqual([]);
    const imported = await importArchive(bag, target);
    expect(imported).toMatchObject({ counts: { releases: 3, photos: 1, partners: 1, packs: 1 } });
    expect(imported.problems).toEqual([]);
    expect(await portrait(target)).toEqual(before);
  });

  it('is told apart once anything in it was changed', async () => {
    const { bag, target } = await exported(name);
    const file = name.endsWith('.zip') ? bag : join(bag, 'data', 'archive.json');
    const bytes = await readFile(file);
    const middle = Math.floor(bytes.length / 2);
    bytes[name.endsWith('.zip') ? contentStart(bytes, 'data/archive.json') + 10 : middle]! ^= 1;
    await writeFile(file, bytes);
    await expect(importArchive(bag, target)).rejects.toMatchObject({
      code: expect.stringMatching(/^(?:backup-damaged|pack-unreadable)$/) as string,
    });
    expect(await readdir(dirname(target))).toEqual([]);
  });

  it('leaves nothing when the export is cancelled', async () => {
    const archive = await filledArchive();
    const folder = await tempFolder();
    let steps = 0;
    const count = (): void => void (steps += 1);
    await exportArchive(archive, join(folder, name), { onProgress: count });
    for (let end = 1; end <= steps; end += 5) {
      const stop = new AbortController();
      let step = 0;
      const exporting = exportArchive(archive, join(folder, 'new', name), {
        signal: stop.signal,
        onProgress: () => {
          step += 1;
          if (step === end) stop.abort();
        },
      });
      await expect(exporting).rejects.toMatchObject({ code: 'cancelled' });
    }
    expect(await readdir(folder)).toEqual([name]);
  });

  it('never takes a name that is taken, nor a place inside the archive', async () => {
    const { archive, bag } = await exported(name);
    await expect(exportArchive(archive, bag)).rejects.toMatchObject({ code: 'folder-not-empty' });
    const inside = exportArchive(archive, join(archive.folder, name));
    await expect(inside).rejects.toMatchObject({ code: 'folder-inside-archive' });
  });
});

/** Where the bytes of an entry begin in a ZIP: some others, times say, may change and mean nothing. */
function contentStart(zip: Buffer, entry: string): number {
  const header = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 0x03, 0x04]), zip.indexOf(entry));
  return header + 30 + zip.readUInt16LE(header + 26) + zip.readUInt16LE(header + 28);
}

describe('an export', () => {
  it('has changes that no other file had yet, and photos of its own', async () => {
    const archive = await filledArchive();
    await fileAnother(archive, 4);
    const { path } = await exportArchive(archive, join(await tempFolder(), 'bag'));
    const photos = (await readdir(join(path, 'data', 'photos'), { recursive: true })).filter(
      (file) => file.endsWith('.png'),
    );
    expect(photos).toHaveLength(2);
    for (const photo of photos) {
      expect((await stat(join(path, 'data', 'photos', photo))).nlink).toBe(1);
    }
  });
});

describe('importing', () => {
  it('refuses a bag with links', async () => {
    const { bag, target } = await exported('bag');
    await unlink(join(bag, 'data', 'README.txt'));
    await symlink('/etc/hostname', join(bag, 'data', 'README.txt'));
    await expect(importArchive(bag, target)).rejects.toMatchObject({ code: 'backup-damaged' });
  });

  it('refuses a ZIP with names that lead out of it', async () => {
    const target = join(await tempFolder(), 'imported');
    const path = join(await tempFolder(), 'bag.zip');
    const bag = await bagOf({ 'archive.json': '{}' });
    const zip = new ZipFile();
    for (const file of Object.keys(await digestsBelow(bag))) {
      zip.addFile(join(bag, file), `bag/${file}`);
    }
    zip.addBuffer(Buffer.from('x'), 'bag/xx/xx/evil.txt');
    zip.end();
    await pipeline(zip.outputStream, createWriteStream(path));
    // The writer refuses such a name, so it is put in afterwards.
    const bytes = (await readFile(path)).toString('latin1').replaceAll('bag/xx/xx/', '../../../x');
    await writeFile(path, Buffer.from(bytes, 'latin1'));
    await expect(importArchive(path, target)).rejects.toMatchObject({
      code: 'backup-damaged',
      message: expect.stringContaining('leads out of the bag') as string,
    });
    expect(await readdir(dirname(target))).toEqual([]);
  });

  it('refuses an archive whose records would lead out of its folder', async () => {
    const { bag } = await exported('bag');
    const shard = 'releases/2022-11.json';
    const text = await readFile(join(bag, 'data', shard), 'utf8');
    const { data } = JSON.parse(text) as { data: { records: Record<string, unknown>[] } };
    const payload: Record<string, string> = {};
    for (const path of Object.keys(await digestsBelow(join(bag, 'data')))) {
      if (path.endsWith('.json') && !path.startsWith('copies/')) {
        payload[path] = await readFile(join(bag, 'data', path), 'utf8');
      }
    }
    for (const change of [
      { id: '../../../evil' },
      { publicationDate: '../../x' },
      { source: { ...(data.records[0]!['source'] as object), sha256: '../../../evil' } },
    ]) {
      const records = [{ ...data.records[0], ...change }];
      const hostile = await bagOf({ ...payload, [shard]: encodeChecked({ records }) });
      const target = join(await tempFolder(), 'imported');
      await expect(importArchive(hostile, target)).rejects.toMatchObject({
        code: 'backup-damaged',
        message: expect.stringContaining('a name that no archive gives') as string,
      });
      expect(await readdir(dirname(target))).toEqual([]);
    }
  });

  it('leaves behind a lock and a cache that another tool packed', async () => {
    const { bag, target } = await exported('bag');
    const archive = await readFile(join(bag, 'data', 'archive.json'), 'utf8');
    await importArchive(
      await bagOf({ 'archive.json': archive, 'lock.json': '{}', 'cache/x': 'x' }),
      target,
    );
    expect(await readdir(target)).toEqual(['archive.json']);
  });

  it('says what holds no archive', async () => {
    const target = join(await tempFolder(), 'imported');
    await expect(importArchive(await bagOf({ 'a.txt': 'a' }), target)).rejects.toMatchObject({
      code: 'archive-not-an-archive',
    });
    await expect(importArchive(await tempFolder(), target)).rejects.toMatchObject({
      code: 'pack-unreadable',
      message: expect.stringContaining('neither an export nor a backup') as string,
    });
  });
});
