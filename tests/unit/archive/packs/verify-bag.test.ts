import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { appendFile, mkdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { describe, expect, test } from 'vitest';
import { ZipFile } from 'yazl';
import { exportPack } from '../../../../src/archive/packs/export/export-pack';
import { verifyBag } from '../../../../src/archive/packs/verify-bag';
import { noon, original, pack, releaseToExport, temporaryFolder } from './pack-fixtures';

async function exported(): Promise<{ folder: string; zip: string; photo: string }> {
  const [originals, destination] = [await temporaryFolder(), await temporaryFolder()];
  const contents = pack({
    releases: [releaseToExport({ headline: 'Café 签署' }, [await original(originals, 0)])],
  });
  const { folder, zip } = await exportPack(contents, destination, { now: noon });
  return { folder, zip, photo: 'data/photos/01-café-签署-01.jpg' };
}

const sha512 = (text: string): string => createHash('sha512').update(text).digest('hex');

/** A minimal bag, as the files that it consists of. */
function bagFiles(payload: Record<string, string>): Record<string, string> {
  return {
    'bagit.txt': 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n',
    'manifest-sha512.txt': Object.entries(payload)
      .map(([path, text]) => `${sha512(text)}  ${path}\n`)
      .join(''),
    ...payload,
  };
}

/** Entries under names that yazl itself refuses are written under a stand-in of equal length. */
async function zipOf(files: Record<string, string>, mode?: number): Promise<string> {
  const path = join(await temporaryFolder(), 'bag.zip');
  const zip = new ZipFile();
  const standIns = new Map<string, string>();
  for (const [name, text] of Object.entries(files)) {
    const standIn = `${'x'.repeat(Buffer.byteLength(name) - 1)}${standIns.size}`;
    standIns.set(standIn, name);
    zip.addBuffer(Buffer.from(text), standIn, { mode: mode ?? 0o100644 });
  }
  zip.end();
  await pipeline(zip.outputStream, createWriteStream(path));
  let bytes = (await readFile(path)).toString('latin1');
  for (const [standIn, name] of standIns) {
    bytes = bytes.replaceAll(standIn, Buffer.from(name).toString('latin1'));
  }
  await writeFile(path, Buffer.from(bytes, 'latin1'));
  return path;
}

describe('verifyBag finds in a folder', () => {
  test('nothing wrong where nothing is', async () => {
    const { folder } = await exported();
    const steps: number[] = [];
    const report = await verifyBag(folder, { onProgress: (done) => steps.push(done) });
    expect(report).toMatchObject({
      what: 'pack',
      algorithm: 'sha512',
      checkedFiles: 9,
      problems: [],
    });
    expect(steps).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });

  test('a changed byte', async () => {
    const { folder, photo } = await exported();
    const bytes = await readFile(join(folder, photo));
    bytes[50] = (bytes[50] ?? 0) ^ 1;
    await writeFile(join(folder, photo), bytes);
    expect((await verifyBag(folder)).problems).toMatchObject([{ kind: 'changed', path: photo }]);
  });

  test('a removed file', async () => {
    const { folder, photo } = await exported();
    await rm(join(folder, photo));
    expect((await verifyBag(folder)).problems).toMatchObject([
      { kind: 'missing', path: photo },
      { kind: 'changed', path: 'bag-info.txt' },
    ]);
  });

  test('an added file', async () => {
    const { folder } = await exported();
    await writeFile(join(folder, 'data/more.txt'), 'more');
    expect((await verifyBag(folder)).problems).toMatchObject([
      { kind: 'unknown', path: 'data/more.txt' },
      { kind: 'changed', path: 'bag-info.txt' },
    ]);
  });

  test('a changed manifest', async () => {
    const { folder } = await exported();
    await appendFile(join(folder, 'manifest-sha512.txt'), '\n');
    expect((await verifyBag(folder)).problems).toMatchObject([
      { kind: 'changed', path: 'manifest-sha512.txt' },
    ]);
  });

  test.skipIf(process.platform === 'win32')('a link, which it does not follow', async () => {
    const { folder, photo } = await exported();
    await rename(join(folder, photo), join(folder, '../moved.jpg'));
    await symlink('../../../moved.jpg', join(folder, photo));
    expect((await verifyBag(folder)).problems.map(({ kind }) => kind)).toContain('malformed');
  });

  test('no fault in what file managers leave', async () => {
    const { folder } = await exported();
    await writeFile(join(folder, 'data/.DS_Store'), 'x');
    await writeFile(join(folder, 'data/photos/Thumbs.db'), 'x');
    expect((await verifyBag(folder)).problems).toEqual([]);
  });

  test('no fault in names that a disk has decomposed', async () => {
    const { folder, photo } = await exported();
    await rename(join(folder, photo), join(folder, photo.normalize('NFD')));
    expect((await verifyBag(folder)).problems).toEqual([]);
  });

  test('files that would have to be fetched', async () => {
    const { folder, photo } = await exported();
    await rm(join(folder, photo));
    await writeFile(join(folder, 'fetch.txt'), `https://example.org/x - ${photo}\n`);
    expect((await verifyBag(folder)).problems[0]).toMatchObject({
      kind: 'missing',
      path: photo,
      message: expect.stringContaining('network') as string,
    });
  });
});

describe('verifyBag finds in a ZIP', () => {
  test('a changed byte', async () => {
    const files = bagFiles({ 'data/a.txt': 'one' });
    const zip = await zipOf({ ...files, 'data/a.txt': 'two' });
    expect((await verifyBag(zip)).problems).toMatchObject([
      { kind: 'changed', path: 'data/a.txt' },
    ]);
  });

  test('no fault in a bag at its top', async () => {
    expect((await verifyBag(await zipOf(bagFiles({ 'data/a.txt': 'one' })))).problems).toEqual([]);
  });

  test.each([
    '../evil.txt',
    '/etc/evil.txt',
    'C:/evil.txt',
    'data\\..\\..\\evil.txt',
    '~/evil.txt',
  ])('the name %s that leads out', async (name) => {
    const zip = await zipOf({ ...bagFiles({ 'data/a.txt': 'one' }), [name]: 'evil' });
    expect((await verifyBag(zip)).problems).toMatchObject([{ kind: 'malformed', path: name }]);
  });

  test('names that differ only in case', async () => {
    const zip = await zipOf(bagFiles({ 'data/a.txt': 'one', 'data/A.txt': 'one' }));
    expect((await verifyBag(zip)).problems).toMatchObject([
      { kind: 'malformed', path: 'data/A.txt' },
    ]);
  });

  test('links', async () => {
    const zip = await zipOf(bagFiles({ 'data/a.txt': '/etc/passwd' }), 0o120777);
    await expect(verifyBag(zip)).rejects.toMatchObject({ code: 'pack-unreadable' });
    const withLink = join(await temporaryFolder(), 'link.zip');
    const writer = new ZipFile();
    for (const [name, text] of Object.entries(bagFiles({ 'data/a.txt': 'one' }))) {
      writer.addBuffer(Buffer.from(text), name);
    }
    writer.addBuffer(Buffer.from('/etc/passwd'), 'data/link', { mode: 0o120777 });
    writer.end();
    await pipeline(writer.outputStream, createWriteStream(withLink));
    expect((await verifyBag(withLink)).problems).toMatchObject([
      { kind: 'malformed', path: 'data/link' },
    ]);
  });

  test('that it would unpack to far more than it is, and reads none of it', async () => {
    const path = join(await temporaryFolder(), 'bomb.zip');
    const zip = new ZipFile();
    for (const [name, text] of Object.entries(bagFiles({}))) zip.addBuffer(Buffer.from(text), name);
    zip.addBuffer(Buffer.alloc(120_000_000), 'data/zeros');
    zip.end();
    await pipeline(zip.outputStream, createWriteStream(path));
    expect(await verifyBag(path)).toMatchObject({
      checkedFiles: 0,
      problems: [{ kind: 'malformed', path: 'data/zeros' }],
    });
  });

  test('no fault in what macOS puts beside the folder', async () => {
    const files = Object.entries(bagFiles({ 'data/a.txt': 'one' }));
    const zip = await zipOf({
      ...Object.fromEntries(files.map(([name, text]) => [`pack/${name}`, text])),
      '__MACOSX/pack/._bagit.txt': 'x',
    });
    expect((await verifyBag(zip)).problems).toEqual([]);
  });
});

describe('verifyBag refuses', () => {
  test.each([
    ['a folder without a bag', async () => temporaryFolder()],
    ['a file that is no ZIP', async () => fileWith('no ZIP at all, but text')],
    ['a path without a file', async () => join(await temporaryFolder(), 'nothing')],
    ['an empty ZIP', async () => zipOf({})],
  ])('%s', async (_, make) => {
    await expect(verifyBag(await make())).rejects.toMatchObject({ code: 'pack-unreadable' });
  });

  test('to go on once cancelled', async () => {
    const { folder, zip } = await exported();
    for (const path of [folder, zip]) {
      const abort = new AbortController();
      await expect(
        verifyBag(path, { signal: abort.signal, onProgress: () => abort.abort() }),
      ).rejects.toMatchObject({ code: 'cancelled' });
    }
  });
});

async function fileWith(text: string): Promise<string> {
  const folder = join(await temporaryFolder(), 'inner');
  await mkdir(folder);
  const path = join(folder, 'pack.zip');
  await writeFile(path, text);
  return path;
}
