import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { exportPack } from '../../../../src/archive/packs/export/export-pack';
import { verifyBag } from '../../../../src/archive/packs/verify-bag';
import { jpegs, noon, original, pack, releaseToExport, temporaryFolder } from './pack-fixtures';

const has = (program: string): boolean => spawnSync(program, ['--help']).error === undefined;

async function twoReleases(originals: string): Promise<ReturnType<typeof pack>> {
  return pack({
    releases: [
      releaseToExport({}, [await original(originals, 0), await original(originals, 1)]),
      releaseToExport({ language: 'zh', headline: '与海港工程签署协议', body: '协议已签署。' }, [
        await original(originals, 0, { caption: '签署现场' }),
      ]),
    ],
  });
}

async function tree(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}

describe('exportPack', () => {
  test('makes a bag with pages, texts, photos and captions, and a ZIP of it', async () => {
    const [originals, destination] = [await temporaryFolder(), await temporaryFolder()];
    const made = await exportPack(await twoReleases(originals), destination, { now: noon });

    expect(await readdir(destination)).toEqual([
      '2026-11-23-harbour-dossier',
      '2026-11-23-harbour-dossier.zip',
    ]);
    const first = '01-university-and-harbour-works-sign-agreement';
    expect(await tree(made.folder)).toEqual([
      'bag-info.txt',
      'bagit.txt',
      'data/index.html',
      `data/photos/${first}-01.jpg`,
      `data/photos/${first}-02.jpg`,
      'data/photos/02-与海港工程签署协议-01.jpg',
      'data/photos/captions.csv',
      `data/releases/${first}.html`,
      `data/releases/${first}.txt`,
      'data/releases/02-与海港工程签署协议.html',
      'data/releases/02-与海港工程签署协议.txt',
      'data/style.css',
      'manifest-sha512.txt',
      'tagmanifest-sha512.txt',
    ]);
    expect(await readFile(join(made.folder, `data/photos/${first}-02.jpg`))).toEqual(jpegs[1]);
    expect(made.files).toBe(14);
    expect(made.seal).toEqual({
      sealedAt: noon.toISOString(),
      name: '2026-11-23-harbour-dossier',
      manifestSha512: createHash('sha512')
        .update(await readFile(join(made.folder, 'manifest-sha512.txt')))
        .digest('hex'),
    });
    expect(await readFile(join(made.folder, 'bag-info.txt'), 'utf8')).toMatch(
      /^Source-Organization: Institute of the Sea\nContact-Name: Edna Janssen\nExternal-Description: Harbour dossier\nExternal-Identifier: 0190f0a0-.*\nBagging-Date: 2026-11-23\nBag-Software-Agent: Press Archive\nPayload-Oxum: \d+\.10\n$/u,
    );
    expect((await verifyBag(made.folder)).problems).toEqual([]);
    expect((await verifyBag(made.zip)).problems).toEqual([]);
  });

  test.skipIf(!has('sha512sum'))('writes manifests that sha512sum accepts', async () => {
    const [originals, destination] = [await temporaryFolder(), await temporaryFolder()];
    const { folder } = await exportPack(await twoReleases(originals), destination);
    for (const manifest of ['manifest-sha512.txt', 'tagmanifest-sha512.txt']) {
      const output = execFileSync('sha512sum', ['--strict', '-c', manifest], { cwd: folder });
      expect(output.toString()).not.toMatch(/FAILED/u);
    }
  });

  test.skipIf(!has('unzip'))(
    'writes a ZIP that unzip accepts and unpacks to one folder',
    async () => {
      const [originals, destination] = [await temporaryFolder(), await temporaryFolder()];
      const { zip, seal } = await exportPack(await twoReleases(originals), destination);
      expect(execFileSync('unzip', ['-t', zip]).toString()).toMatch(/No errors detected/u);
      const names = execFileSync('unzip', ['-Z1', zip], { env: { LC_ALL: 'C.UTF-8' } }).toString();
      for (const name of names.trim().split('\n'))
        expect(name.startsWith(`${seal.name}/`)).toBe(true);
      expect(names).toContain('与海港工程签署协议');
    },
  );

  test('never overwrites what is there', async () => {
    const destination = await temporaryFolder();
    await mkdir(join(destination, '2026-11-23-harbour-dossier'));
    await writeFile(join(destination, '2026-11-23-harbour-dossier (2).zip'), 'mine');
    const made = await exportPack(pack(), destination, { now: noon });
    expect(made.seal.name).toBe('2026-11-23-harbour-dossier (3)');
    expect(await readdir(join(destination, '2026-11-23-harbour-dossier'))).toEqual([]);
    expect(await readFile(join(destination, '2026-11-23-harbour-dossier (2).zip'), 'utf8')).toBe(
      'mine',
    );
  });

  test('gives packs exported at the same time different names', async () => {
    const destination = await temporaryFolder();
    const made = await Promise.all(
      [1, 2, 3, 4].map(() => exportPack(pack(), destination, { now: noon })),
    );
    expect(new Set(made.map(({ folder }) => folder)).size).toBe(4);
    expect((await readdir(destination)).length).toBe(8);
    for (const { zip } of made) expect((await verifyBag(zip)).problems).toEqual([]);
  });

  test.each(['../../etc', 'CON', '🎉', '海'.repeat(300), 'a:b*c?', '', '.', 'a\0\r\nb', '<b>"&'])(
    'stays in its folder with the title %j',
    async (title) => {
      const [originals, destination] = [await temporaryFolder(), await temporaryFolder()];
      const made = await exportPack(
        pack({
          title,
          releases: [releaseToExport({ headline: title }, [await original(originals, 0)])],
        }),
        destination,
        { now: noon },
      );
      expect((await readdir(destination)).length).toBe(2);
      for (const name of await tree(made.folder)) {
        expect(Buffer.byteLength(name)).toBeLessThan(120);
        expect(name).toMatch(/^[\p{L}\p{M}\p{N}/.-]+$/u);
      }
      expect((await verifyBag(made.folder)).problems).toEqual([]);
      expect((await verifyBag(made.zip)).problems).toEqual([]);
    },
  );

  test('tells its progress in files up to the end', async () => {
    const [originals, destination] = [await temporaryFolder(), await temporaryFolder()];
    const steps: string[] = [];
    await exportPack(await twoReleases(originals), destination, {
      onProgress: (done, total) => steps.push(`${done}/${total}`),
    });
    expect(steps).toEqual(Array.from({ length: 28 }, (_, index) => `${index + 1}/28`));
  });
});

describe('exportPack leaves nothing behind', () => {
  test('where the pack is empty', async () => {
    const destination = await temporaryFolder();
    await expect(exportPack(pack({ releases: [] }), destination)).rejects.toMatchObject({
      code: 'pack-empty',
    });
    expect(await readdir(destination)).toEqual([]);
  });

  test.each(['missing', 'damaged'])('where an original is %s', async (what) => {
    const [originals, destination] = [await temporaryFolder(), await temporaryFolder()];
    const contents = await twoReleases(originals);
    const path = contents.releases[0]?.photos[1]?.path ?? '';
    await (what === 'missing' ? rm(path) : writeFile(path, jpegs[2] ?? ''));
    await expect(exportPack(contents, destination)).rejects.toMatchObject({
      code: 'photo-missing',
      message: expect.stringContaining(what) as string,
      details: {
        fileName: 'DSC_0001.JPG',
        headline: 'University and Harbour Works sign agreement',
      },
    });
    expect(await readdir(destination)).toEqual([]);
  });

  test('wherever it is cancelled', async () => {
    const originals = await temporaryFolder();
    const contents = await twoReleases(originals);
    for (let last = 0; last < 28; last += 1) {
      const destination = await temporaryFolder();
      const abort = new AbortController();
      if (last === 0) abort.abort();
      await expect(
        exportPack(contents, destination, {
          signal: abort.signal,
          onProgress: (done) => {
            if (done === last) abort.abort();
          },
        }),
        `after file ${last}`,
      ).rejects.toMatchObject({ code: 'cancelled' });
      expect(await readdir(destination)).toEqual([]);
    }
  });
});
