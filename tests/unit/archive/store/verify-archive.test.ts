import {
  appendFile,
  cp,
  mkdir,
  readdir,
  readFile,
  rename,
  rm,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openArchive, type Archive } from '../../../../src/archive/archive';
import { ArchiveStore } from '../../../../src/archive/store/archive-store';
import { encodeChecked } from '../../../../src/archive/store/durable-json';
import { verifyArchive } from '../../../../src/archive/store/verify-archive';
import type { VerifyProblem } from '../../../../src/shared/press-pack';
import { content } from '../../../support/samples';
import { filesBelow } from '../../../support/files-below';
import { tempFolder } from '../../../support/temp-folder';
import { fileAnother, filledArchive } from '../keeping/filled-archive';

/** A closed archive with a file of every kind. */
async function closedArchive(): Promise<string> {
  const archive = await filledArchive();
  await archive.close();
  return archive.folder;
}

async function verified(folder: string): Promise<readonly VerifyProblem[]> {
  const archive = await openArchive(folder, {}, { readOnly: true });
  try {
    return (await archive.verify()).problems;
  } finally {
    await archive.close();
  }
}

const briefly = (problems: readonly VerifyProblem[]): readonly string[] =>
  problems.map(({ kind, path }) => `${kind} ${path}`).sort();

async function flipByte(path: string): Promise<void> {
  const bytes = await readFile(path);
  const at = bytes.length - 5;
  bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
  await writeFile(path, bytes);
}

describe('checking an archive', () => {
  it('reads every file that has a checksum, and says with which', async () => {
    const folder = await closedArchive();
    const archive = await openArchive(folder, {}, { readOnly: true });
    const steps: (readonly [number, number])[] = [];
    const report = await archive.verify({ onProgress: (done, total) => steps.push([done, total]) });
    await archive.close();
    const files = (await filesBelow(folder)).filter(
      (name) => !/^(?:README\.txt|lock\.json|cache\/.*)$/.test(name),
    );
    expect(report).toMatchObject({ algorithm: 'sha256', problems: [], checkedFiles: files.length });
    expect(report.checkedBytes).toBeGreaterThan(2_000);
    expect(steps.at(-1)).toEqual([files.length, files.length]);
  });

  it('names each file that lost or gained a bit, and no other', async () => {
    const folder = await closedArchive();
    const names = (await filesBelow(folder)).filter(
      (name) => !/^(?:README\.txt|journal\/.*|cache\/.*)$/.test(name),
    );
    expect(names.length).toBeGreaterThan(10);
    for (const name of names) {
      const path = join(folder, name);
      const before = await readFile(path);
      await flipByte(path);
      expect(briefly(await verified(folder)), name).toEqual([`changed ${name}`]);
      await writeFile(path, before);
    }
  });

  it('names each file that is gone', async () => {
    const folder = await closedArchive();
    const names = (await filesBelow(folder)).filter(
      (name) => !/^(?:README\.txt|journal\/.*|cache\/.*)$/.test(name),
    );
    for (const name of names) {
      const path = join(folder, name);
      await rename(path, `${folder}.aside`);
      expect(briefly(await verified(folder)), name).toEqual([`missing ${name}`]);
      await rename(`${folder}.aside`, path);
    }
  });

  it('says of a table whose copy is whole that nothing is lost, and the other way round', async () => {
    const folder = await closedArchive();
    await flipByte(join(folder, 'packs.json'));
    await rm(join(folder, 'copies', 'partners.json'));
    expect((await verified(folder)).map(({ message }) => message).sort()).toEqual([
      'copies/partners.json is missing. partners.json itself is whole, so nothing is lost: the copy is written anew with the next change there.',
      "packs.json is no longer what was written: its checksum doesn't match. Its copy is whole, so nothing is lost: the archive takes that one when it is next opened.",
    ]);
  });

  it('misses the records of texts that are there', async () => {
    const folder = await closedArchive();
    await rm(join(folder, 'releases', '2022-11.json'));
    await rm(join(folder, 'copies', 'releases', '2022-11.json'));
    const problems = (await verified(folder)).filter(({ path }) => path.startsWith('releases/'));
    expect(briefly(problems)).toEqual(['missing releases/2022-11.json']);
    expect(problems[0]?.message).toContain('texts are in releases/2022-11');
  });

  it('tells of a copy that is older than its table', async () => {
    const folder = await closedArchive();
    await writeFile(join(folder, 'copies', 'packs.json'), encodeChecked({ records: [] }));
    expect(briefly(await verified(folder))).toEqual(['changed copies/packs.json']);
  });

  it('reads the journal line by line', async () => {
    const archive = await filledArchive();
    const copy = join(await tempFolder(), 'killed');
    await cp(archive.folder, copy, { recursive: true });
    await rm(join(copy, 'lock.json'));
    const [segment = ''] = (await readdir(join(copy, 'journal'))).sort();
    expect(briefly(await verified(copy))).toEqual([]);
    const path = join(copy, 'journal', segment);
    const lines = (await readFile(path, 'utf8')).split('\n');
    lines[1] = lines[1]!.replace('"action"', '"Action"');
    await writeFile(path, lines.join('\n'));
    const problems = await verified(copy);
    expect(problems.map(({ message }) => message)).toContain(
      `journal/${segment} is damaged: 1 change in it can't be read any more.`,
    );
  });

  it('tells of files that belong to nothing, wherever they lie, and not of what is known', async () => {
    const folder = await closedArchive();
    const strange = [
      'notes.txt',
      'releases/2022-11/draft.docx',
      'releases/old/x.json',
      'photos/holiday.jpg',
      'journal/00000001.bak',
      'copies/notes.json',
      'more/deep/er.txt',
    ];
    const known = [
      'lock.json.0123456789ab.claim',
      'cache/whatever',
      'quarantine/packs.json.2024',
      'photos/.DS_Store',
      '.packs.json.0123456789ab.tmp',
    ];
    for (const name of [...strange, ...known]) {
      await mkdir(dirname(join(folder, name)), { recursive: true });
      await writeFile(join(folder, name), 'x');
    }
    expect(briefly(await verified(folder))).toEqual(
      strange.map((name) => `unknown ${name}`).sort(),
    );
  });

  it('checks a migration under way by its own checksum', async () => {
    const folder = await closedArchive();
    const path = join(folder, 'migration.json');
    await writeFile(path, encodeChecked({ some: 'thing' }));
    expect(await verified(folder)).toEqual([]);
    await appendFile(path, ' ');
    expect(briefly(await verified(folder))).toEqual(['changed migration.json']);
  });

  it('knows which earlier revisions there must be, and which belong to no release', async () => {
    const folder = await closedArchive();
    const revision = (await filesBelow(folder)).find((name) =>
      /^history\/..\/.*\.1\.json$/.test(name),
    );
    await rename(join(folder, revision!), join(folder, revision!.replace('.1.json', '.9.json')));
    expect(briefly(await verified(folder))).toEqual([
      `missing ${revision!}`,
      `unknown ${revision!.replace('.1.json', '.9.json')}`,
    ]);
  });

  it('expects no second copies in an archive that was restored and not opened yet', async () => {
    const folder = await closedArchive();
    await rm(join(folder, 'copies'), { recursive: true });
    expect(await verified(folder)).toEqual([]);
  });

  it.skipIf(process.platform === 'win32')('follows a link to another disk', async () => {
    const folder = await closedArchive();
    const elsewhere = join(await tempFolder(), 'photos');
    await cp(join(folder, 'photos'), elsewhere, { recursive: true });
    await rm(join(folder, 'photos'), { recursive: true });
    await symlink(elsewhere, join(folder, 'photos'));
    expect(await verified(folder)).toEqual([]);
    const photo = (await filesBelow(elsewhere)).find((name) => name.endsWith('.png'));
    await flipByte(join(elsewhere, photo!));
    expect(briefly(await verified(folder))).toEqual([`changed photos/${photo!}`]);
  });

  it('stops at once when it is cancelled', async () => {
    const folder = await closedArchive();
    const store = await ArchiveStore.open(folder, { readOnly: true });
    const stop = new AbortController();
    let after = 0;
    const checking = verifyArchive(store, {
      signal: stop.signal,
      onProgress: () => {
        if (stop.signal.aborted) after += 1;
        stop.abort();
      },
    });
    await expect(checking).rejects.toMatchObject({ code: 'cancelled' });
    // Those that were under way at once.
    expect(after).toBeLessThan(8);
  });
});

describe('checking an archive that is being worked on', () => {
  it('takes nothing that is being written for damaged, here or elsewhere', async () => {
    const archive = await filledArchive();
    const reader = await openArchive(archive.folder, {}, { readOnly: true });
    let busy = true;
    const working = keepWorking(archive, () => busy);
    for (let round = 0; round < 6; round += 1) {
      expect((await archive.verify()).problems).toEqual([]);
      expect((await reader.verify()).problems).toEqual([]);
    }
    busy = false;
    await working;
    await reader.close();
  });
});

/** Files, moves between months and saves without a pause. */
async function keepWorking(archive: Archive, isBusy: () => boolean): Promise<void> {
  for (let number = 0; isBusy(); number += 1) {
    const id = await fileAnother(archive, number);
    const { release } = await archive.releases.read(id);
    await archive.releases.revise(
      id,
      release.revision,
      content({ headline: 'Moved', publicationDate: `2020-0${1 + (number % 9)}-01`, body: 'Now.' }),
    );
    if (number % 2 === 0) await archive.save();
  }
}
