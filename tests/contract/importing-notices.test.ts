import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createArchive } from '../../src/archive/archive';
import { defaultImportOptions } from '../../src/shared/importing';
import { institution } from '../support/samples';
import { tempFolder } from '../support/temp-folder';

it('knows each of many notices that have nothing but a headline again', async () => {
  const root = await tempFolder();
  const archive = await createArchive(join(root, 'archive'), institution);
  const names = 'ebb flood gale haze ice jetty keel lock mole pier quay rope sluice tide'.split(
    ' ',
  );
  const importFrom = async (folder: string, ending: string) => {
    await mkdir(join(root, folder));
    for (const name of names) {
      await writeFile(join(root, folder, `${name}.txt`), `The ${name} is closed today${ending}`);
    }
    return archive.imports.run({
      paths: [join(root, folder)],
      options: defaultImportOptions,
      signal: new AbortController().signal,
      workingFolder: '/',
      dryRun: false,
    });
  };
  expect(await importFrom('first', '')).toMatchObject({ alreadyHere: 0, failed: 0 });
  // Other bytes, the same words.
  expect(await importFrom('second', '\n\n')).toMatchObject({
    filed: 0,
    alreadyHere: names.length,
  });
  await archive.close();
});
