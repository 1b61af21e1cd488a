import { existsSync } from 'node:fs';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createArchive } from '../../src/archive/archive';
import { defaultImportOptions } from '../../src/shared/importing';
import { everything } from '../support/contract';
import { institution } from '../support/samples';
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
