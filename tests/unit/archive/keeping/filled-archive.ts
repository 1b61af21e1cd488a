import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { createArchive, openArchive, type Archive } from '../../../../src/archive/archive';
import { readRecordDigests } from '../../../../src/archive/keeping/record-digests';
import { draftFromParsed } from '../../../../src/shared/release-draft';
import type { FindQuery } from '../../../../src/shared/search';
import { asPhoto, asRelease, everything } from '../../../support/contract';
import {
  chineseRelease,
  content,
  englishRelease,
  institution,
  pngPhoto,
} from '../../../support/samples';
import { tempFolder } from '../../../support/temp-folder';

/**
 * An archive in a folder of its own: a release in English with a photo, one in Chinese, one that was
 * revised and trashed, a partner, a pack, and one step that was undone.
 */
export async function filledArchive(): Promise<Archive> {
  const archive = await createArchive(join(await tempFolder(), 'press'), institution);
  onTestFinished(() => archive.close().catch(() => undefined));
  const partner = await archive.partners.add({
    name: 'Maravel Turbines',
    aliases: [{ name: '马拉维尔', language: 'zh' }],
    kind: 'company',
    country: 'NO',
    note: '',
  });
  const photo = asPhoto(await archive.intake.file('tank.png', pngPhoto(), null));
  const taken = asRelease(
    await archive.intake.file('tank.txt', new TextEncoder().encode(englishRelease), null),
  );
  const english = await archive.releases.file(
    { ...draftFromParsed(taken.parsed, [photo]), partnerIds: [partner.id] },
    taken.source,
  );
  const chinese = asRelease(await archive.intake.text(chineseRelease));
  await archive.releases.file(draftFromParsed(chinese.parsed), chinese.source);
  const gone = await archive.releases.file(content({ headline: 'Thrown away' }), null);
  await archive.releases.revise(gone.id, 1, content({ headline: 'Thrown away', body: 'Revised.' }));
  await archive.releases.delete([gone.id]);
  await archive.packs.create({
    title: 'Tidal energy',
    coverNote: '',
    contact: 'press@northquay.example',
    items: [{ releaseId: english.id, photoIds: [photo.id] }],
  });
  await archive.describe({ ...institution, name: 'Undone' });
  await archive.undo.undo();
  return archive;
}

/** Adds a release with a photo of its own. */
export async function fileAnother(archive: Archive, number: number): Promise<string> {
  const photo = asPhoto(
    await archive.intake.file('n.png', pngPhoto([number % 256, number >> 8, 7]), null),
  );
  const release = await archive.releases.file(
    content({
      headline: `Release ${number}`,
      publicationDate: `2021-0${1 + (number % 9)}-11`,
      body: `Text of number ${number}.`,
      photos: [{ photoId: photo.id, caption: '', altText: '', creditLine: '' }],
    }),
    null,
  );
  return release.id;
}

/** Relative path -> SHA-256 of every file below a folder. */
export async function digestsBelow(folder: string): Promise<Record<string, string>> {
  const digests: Record<string, string> = {};
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const name = path.slice(folder.length + 1).replaceAll('\\', '/');
    digests[name] = createHash('sha256')
      .update(await readFile(path))
      .digest('hex');
  }
  return digests;
}

const queries: readonly Partial<FindQuery>[] = [
  { text: 'tidal energy' },
  { text: 'turbine laboratory' },
  { text: '战略合作' },
  { text: '北码头' },
  { text: '"cut the ribbon"' },
  { text: '', place: 'trash' },
  { text: '', year: 2022 },
];

/** What an archive says of itself: all records and revisions, what can be undone, all originals, and the answers to some searches. */
export async function portrait(folder: string): Promise<unknown> {
  const { byRecord } = await readRecordDigests(folder);
  const archive = await openArchive(folder, {}, { readOnly: true });
  try {
    const answers: unknown[] = [];
    for (const query of queries) {
      const { hits, total } = await archive.search.find({ ...everything, ...query });
      answers.push({ query, total, hits });
    }
    const bodies: Record<string, string> = {};
    for (const key of byRecord.keys()) {
      if (!key.startsWith('release:')) continue;
      const id = key.slice('release:'.length);
      bodies[id] = (await archive.releases.read(id)).release.body;
    }
    const files = Object.entries(await digestsBelow(folder));
    const originals = files.filter(([path]) =>
      /^(?:photos|sources|history)\/[0-9a-f]{2}\//.test(path),
    );
    const { undo, redo } = archive.info();
    return {
      records: Object.fromEntries(byRecord),
      bodies,
      originals: originals.sort(),
      answers,
      undo,
      redo,
    };
  } finally {
    await archive.close();
  }
}
