import { existsSync } from 'node:fs';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { createArchive } from '../../src/archive/archive';
import { defaultImportOptions } from '../../src/shared/importing';
import { everything } from '../support/contract';
import { englishRelease, institution, pngPhoto } from '../support/samples';
import { tempFolder } from '../support/temp-folder';

const material = resolve(import.meta.dirname, '../../../shared/data');
const kinds = ['docx', 'eml', 'html', 'hostile', 'pdf', 'wxr'];

describe('an import of everything bad that there is', () => {
  it.skipIf(!existsSync(material))(
    'files each or says why not in a sentence, and writes nothing elsewhere',
    async () => {
      const root = await tempFolder();
      await writeFile(join(root, 'canary.txt'), 'untouched');
      const archive = await createArchive(join(root, 'archive'), institution);
      const summary = await archive.imports.run({
        paths: kinds.map((kind) => join(material, kind)),
        options: defaultImportOptions,
        signal: new AbortController().signal,
        workingFolder: '/',
        dryRun: false,
      });
      expect(summary).toMatchObject({ outcome: 'done', filesLeft: 0, trouble: null });
      const { rows, total } = archive.imports.rows(0, 10_000, null);
      expect(rows).toHaveLength(total);
      expect(total).toBeGreaterThan(100);
      for (const { path, result, failure, releaseId } of rows) {
        expect((failure === null) === (result !== 'failed'), path).toBe(true);
        expect((releaseId === null) === (result === 'failed'), path).toBe(true);
        if (failure === null) continue;
        const { message } = failure;
        expect(message.trim(), path).toMatch(/^[^\n]+$/);
        expect(message.length, message).toBeLessThan(500);
        expect(message).not.toContain(material);
      }
      // Nothing of a page runs or is fetched: no release says a script, a handler or a remote picture.
      const { hits } = await archive.search.find({ ...everything, limit: 500 });
      for (const { release } of hits) {
        const { body } = (await archive.releases.read(release.id)).release;
        expect(body).not.toMatch(/!\[[^\]]*\]\((?!photo:)/);
        expect(body).not.toMatch(/\]\(\s*(?:javascript|data|vbscript):/i);
      }
      expect((await archive.verify()).problems).toEqual([]);
      await archive.close();
      expect((await readdir(root)).sort()).toEqual(['archive', 'canary.txt']);
    },
    300_000,
  );

  it('lives with names that no system can hold', async () => {
    const root = await tempFolder();
    const inbox = join(root, 'inbox');
    await mkdir(inbox);
    for (const name of ['aux.txt', 'emoji 🌊.txt', `${'long'.repeat(55)}.txt`]) {
      await writeFile(
        join(inbox, name),
        `A headline of ${name.slice(0, 5)}\n\nSome text of its own.\n`,
      );
    }
    const archive = await createArchive(join(root, 'archive'), institution);
    await archive.imports.run({
      paths: [inbox],
      options: defaultImportOptions,
      signal: new AbortController().signal,
      workingFolder: '/',
      dryRun: false,
    });
    expect(
      archive.imports.rows(0, 10, 'filed').rows.map(({ path }) => basename(path)),
    ).toHaveLength(3);
    await archive.close();
  });
});

describe.skipIf(process.platform !== 'linux')('names that are no UTF-8', () => {
  it('are filed under the name that they most likely have', async () => {
    const root = await tempFolder();
    const inbox = Buffer.from(join(root, 'inbox'));
    const folder = Buffer.concat([
      inbox,
      Buffer.from('/'),
      iconv.encode('二〇〇八年新闻稿', 'gb18030'),
    ]);
    await mkdir(folder, { recursive: true });
    const put = (name: Buffer, content: string | Uint8Array): Promise<void> =>
      writeFile(Buffer.concat([folder, Buffer.from('/'), name]), content);
    const chinese = iconv.encode('深圳大学新闻中心.txt', 'gb18030');
    await put(
      chinese,
      `深圳大学成立新闻中心\n\n${'这是一个关于大学的故事，讲述了学校的发展。'.repeat(6)}\n`,
    );
    await put(iconv.encode('深圳大学新闻中心-1.png', 'gb18030'), pngPhoto());
    await put(Buffer.from([0x61, 0xff, 0xfe, 0x2e, 0x74, 0x78, 0x74]), englishRelease);
    await put(Buffer.from([0xc3, 0x28, 0x2e, 0x62, 0x69, 0x6e]), Uint8Array.of(0, 1, 0, 2));
    const archive = await createArchive(join(root, 'archive'), institution);
    const summary = await archive.imports.run({
      paths: [inbox.toString()],
      options: defaultImportOptions,
      signal: new AbortController().signal,
      workingFolder: '/',
      dryRun: false,
    });
    expect(summary).toMatchObject({ filed: 2, needsLook: 0, failed: 1 });
    const { rows } = archive.imports.rows(0, 10, null);
    for (const { path, failure } of rows) {
      expect(path).not.toMatch(/[\ud800-\udfff\ufffd]/);
      expect(failure?.message ?? 'A sentence.').toMatch(/^[^\n\ufffd]+\.$/);
    }
    const row = rows.find(({ path }) => path.endsWith('二〇〇八年新闻稿/深圳大学新闻中心.txt'));
    const { release } = await archive.releases.read(row?.releaseId ?? '');
    expect(release.source?.fileName).toBe('深圳大学新闻中心.txt');
    expect(release.photos).toHaveLength(1);
    expect((await archive.verify()).problems).toEqual([]);
    await archive.close();
  });
});
