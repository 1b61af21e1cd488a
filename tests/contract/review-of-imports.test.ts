import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { type Archive } from '../../src/archive/archive';
import { defaultImportOptions } from '../../src/shared/importing';
import { importSetting, type ImportSetting } from '../support/import-setting';
import { pngPhoto } from '../support/samples';

async function filed(archive: Archive, inbox: string, encoding: string | null = null) {
  await archive.imports.run({
    paths: [inbox],
    options: { ...defaultImportOptions, encoding, tags: ['old'] },
    signal: new AbortController().signal,
    workingFolder: '/',
    dryRun: false,
  });
  const [row] = archive.imports.rows(0, 10, null).rows;
  if (row?.releaseId == null) throw new Error('Nothing was filed.');
  return { row, id: row.releaseId };
}

describe('an embargo that a text leaves open', () => {
  const text =
    'EMBARGOED UNTIL NOON ON THE DAY OF THE OPENING\n\nHarbour school opens a pier\n\n14 March 2023\n\nThe pier of the harbour school opens with a long speech by nobody at all, and with a band.\n';

  it('is a question of its own, in the words of the text', async () => {
    const { archive, inbox } = await importSetting();
    await writeFile(join(inbox, 'pier.txt'), text);
    const { row, id } = await filed(archive, inbox);
    expect(row).toMatchObject({ result: 'needs-look', review: ['embargo-open'] });
    const { release } = await archive.releases.read(id);
    expect(release.status).toBe('draft');
    expect(release.review).toMatchObject([
      {
        reason: 'embargo-open',
        otherId: null,
        quote: expect.stringMatching(/^EMBARGOED UNTIL NOON/) as string,
      },
    ]);
    expect(archive.info().counts).toMatchObject({ needsLook: 1 });
    await archive.reviews.decide(id, 'keep');
    expect((await archive.releases.read(id)).release).toMatchObject({ status: 'filed' });
    expect(archive.info().counts).toMatchObject({ needsLook: 0 });
    await archive.close();
  });

  it('stays one until it is answered, also when the embargo has been set', async () => {
    const { archive, inbox } = await importSetting();
    await writeFile(join(inbox, 'pier.txt'), text);
    const { id } = await filed(archive, inbox);
    const { release } = await archive.releases.read(id);
    const embargo = { local: '2030-08-05T12:00', zone: 'Europe/London', until: '' };
    await archive.releases.revise(id, release.revision, { ...release, embargo });
    await archive.reviews.decide(id, 'keep');
    const { release: kept } = await archive.releases.read(id);
    expect(kept).toMatchObject({ status: 'filed', embargo: { zone: 'Europe/London' } });
    expect(archive.info().counts).toMatchObject({ embargoed: 1 });
    await archive.close();
  });
});

describe('a release whose letters were read wrong', () => {
  const chinese =
    '深圳职业技术大学与塔恩实验室签署协议\n\n2023年3月15日\n\n双方签署协议，培养240名潜水员，配备18艘船。这是一个关于大海的长故事，讲述了学校与企业的合作。\n\n图片说明：签约仪式现场\n';

  async function readWrong(): Promise<ImportSetting & { id: string; bytes: Buffer }> {
    const made = await importSetting();
    const bytes = iconv.encode(chinese, 'gb18030');
    await writeFile(join(made.inbox, 'deal.txt'), bytes);
    await writeFile(join(made.inbox, 'deal.png'), pngPhoto());
    const { id } = await filed(made.archive, made.inbox, 'windows-1252');
    return { ...made, id, bytes };
  }

  it('shows its first line in each encoding', async () => {
    const { archive, id } = await readWrong();
    const readings = await archive.rereading.readings(id);
    const lines = Object.fromEntries(readings.map((each) => [each.encoding, each.firstLine]));
    expect(lines['gb18030']).toBe('深圳职业技术大学与塔恩实验室签署协议');
    expect(lines['windows-1252']).toContain('Éî');
    expect(Object.keys(lines)).toEqual(
      expect.arrayContaining(['utf-8', 'gb18030', 'big5', 'utf-16le', 'windows-1252']),
    );
    await archive.close();
  });

  it('is read again from its kept file, as one change that can be undone', async () => {
    const { archive, folder, id, bytes } = await readWrong();
    const before = (await archive.releases.read(id)).release;
    expect(before.headline).toContain('Éî');
    const sourceFile = join(
      folder,
      'sources',
      before.source!.sha256.slice(0, 2),
      before.source!.sha256,
    );
    await archive.rereading.readAgain(id, 'gb18030');
    const { release } = await archive.releases.read(id);
    expect(release).toMatchObject({
      headline: '深圳职业技术大学与塔恩实验室签署协议',
      publicationDate: '2023-03-15',
      language: 'zh',
      tags: ['old'],
      source: { encoding: 'gb18030', sha256: before.source!.sha256 },
      revision: before.revision + 1,
    });
    expect(release.body).toContain('双方签署协议');
    expect(release.body).not.toContain('Ë«');
    expect(release.photos.map(({ photoId }) => photoId)).toEqual(
      before.photos.map(({ photoId }) => photoId),
    );
    expect(await readFile(sourceFile)).toEqual(bytes);
    expect((await archive.verify()).problems).toEqual([]);
    await archive.undo.undo();
    const { release: undone } = await archive.releases.read(id);
    expect(undone).toMatchObject({ headline: before.headline, body: before.body });
    expect(undone.source).toEqual(before.source);
    await archive.close();
  });

  it('keeps its question until it is answered, and asks what the right letters bring up', async () => {
    const { archive, inbox } = await importSetting();
    // Bytes that are plausible in two encodings: the reader isn't sure of them.
    await writeFile(join(inbox, 'a.txt'), iconv.encode('学校签约', 'utf-16le'));
    const { row, id } = await filed(archive, inbox);
    expect(row.review).toContain('encoding-unsure');
    await archive.rereading.readAgain(id, 'utf-16le');
    const { release } = await archive.releases.read(id);
    expect(release.headline).toBe('学校签约');
    expect(release.review?.map(({ reason }) => reason)).toContain('encoding-unsure');
    expect(release.status).toBe('draft');
    await archive.close();
  });

  it('refuses what no reader can do', async () => {
    const { archive, id } = await readWrong();
    await expect(archive.rereading.readAgain(id, 'klingon')).rejects.toMatchObject({
      code: 'request-invalid',
    });
    const { release } = await archive.releases.read(id);
    const typed = await archive.releases.file({ ...release, photos: [] }, null);
    await expect(archive.rereading.readings(typed.id)).rejects.toMatchObject({
      code: 'request-invalid',
    });
    await archive.close();
  });
});
