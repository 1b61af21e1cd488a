import { rename, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { createArchive, openArchive, type Archive } from '../../../src/archive/archive';
import { OpenArchive } from '../../../src/main/open-archive';
import { content, institution } from '../../support/samples';
import { tempFolder } from '../../support/temp-folder';

async function newArchive(name: string): Promise<string> {
  const folder = join(await tempFolder(), name);
  await (await createArchive(folder, institution)).close();
  return folder;
}

function newSlot(): OpenArchive {
  const slot = new OpenArchive();
  onTestFinished(() => slot.close().catch(() => undefined));
  return slot;
}

const open = (folder: string): Promise<Archive> => openArchive(folder);

it('an archive that is opened twice at once is opened once, for writing', async () => {
  const folder = await newArchive('archive');
  const alias = join(await tempFolder(), 'alias');
  await symlink(folder, alias);
  const slot = newSlot();
  const [one, other] = await Promise.all([slot.open(folder, open), slot.open(alias, open)]);
  expect(other).toBe(one);
  expect(one.info().readOnly).toBeNull();
});

it('another archive opens although the disk of the one before is gone', async () => {
  const [gone, next] = [await newArchive('gone'), await newArchive('next')];
  const slot = newSlot();
  const before = await slot.open(gone, open);
  await before.releases.file(content(), null);
  await rename(gone, `${gone}-elsewhere`);
  const now = await slot.open(next, open);
  expect(slot.current).toBe(now);
  expect(now.info().readOnly).toBeNull();
  await now.releases.file(content(), null);
  const found = await openArchive(`${gone}-elsewhere`);
  expect(found.info().counts.releases).toBe(1);
  await found.close();
});

it('an archive whose disk is gone is closed all the same, and says what happened', async () => {
  const folder = await newArchive('archive');
  const slot = newSlot();
  const archive = await slot.open(folder, open);
  await archive.releases.file(content(), null);
  await rename(folder, `${folder}-elsewhere`);
  await expect(slot.close()).rejects.toMatchObject({ code: 'archive-missing' });
  expect(slot.current).toBeNull();
  // The disk is back.
  await rename(`${folder}-elsewhere`, folder);
  const again = await slot.open(folder, open);
  expect(again.info()).toMatchObject({ readOnly: null, counts: { releases: 1 } });
});

it('where the next archive cannot be opened the one before stays open', async () => {
  const folder = await newArchive('archive');
  const slot = newSlot();
  const before = await slot.open(folder, open);
  await expect(slot.open(join(folder, 'nowhere'), open)).rejects.toMatchObject({
    code: 'archive-missing',
  });
  expect(slot.current).toBe(before);
  await before.releases.file(content(), null);
});
