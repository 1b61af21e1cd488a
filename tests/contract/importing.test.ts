import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openArchive, type Archive } from '../../src/archive/archive';
import { defaultImportOptions, type ImportOptions } from '../../src/shared/importing';
import { draftFromIntake } from '../../src/shared/release-draft';
import { importSetting, reportOfHarbour } from '../support/import-setting';
import { chineseRelease, englishRelease, pngPhoto } from '../support/samples';

async function put(folder: string, name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name);
  await mkdir(join(path, '..'), { recursive: true });
  await writeFile(path, content);
  return path;
}

function run(archive: Archive, paths: readonly string[], change: Partial<ImportOptions> = {}) {
  return archive.imports.run({
    paths,
    options: { ...defaultImportOptions, ...change },
    signal: new AbortController().signal,
    workingFolder: '/',
    dryRun: false,
  });
}

function rows(archive: Archive): Record<string, string> {
  const all = archive.imports.rows(0, 500, null).rows;
  return Object.fromEntries(all.map(({ path, result }) => [basename(path), result]));
}

describe('an import', () => {
  it('files a folder of folders, knows what is there already, and goes on past what is broken', async () => {
    const { archive, inbox } = await importSetting();
    await put(inbox, '2021/tank.txt', englishRelease);
    await put(inbox, '2021/tank-1.png', pngPhoto());
    await put(inbox, '2022/deep/deal.txt', chineseRelease);
    await put(inbox, '2022/copy of tank.txt', englishRelease);
    await put(inbox, 'broken.txt', Uint8Array.of(0, 1, 2, 3, 0, 0, 1));
    await put(
      inbox,
      'notes.html',
      '<html><body><article><h1>Pier opens</h1><p>The new pier opens today with a band and a long speech by nobody.</p></article></body></html>',
    );
    const summary = await run(archive, [inbox]);
    expect(summary).toMatchObject({ outcome: 'done', alreadyHere: 1, failed: 1, filesLeft: 0 });
    expect(rows(archive)).toMatchObject({
      'tank.txt': 'filed',
      'deal.txt': 'filed',
      'copy of tank.txt': 'already-here',
      'broken.txt': 'failed',
    });
    const tank = archive.imports
      .rows(0, 10, 'filed')
      .rows.find(({ path }) => path.endsWith('tank.txt'));
    const { release } = await archive.releases.read(tank?.releaseId ?? '');
    expect(release.photos).toHaveLength(1);
    await archive.close();
  });

  it('says of each failure which file and why, in one sentence', async () => {
    const { archive, inbox } = await importSetting();
    await put(inbox, 'empty.txt', '');
    await put(inbox, 'binary.bin', Uint8Array.of(0, 255, 0, 1, 2, 0, 9, 0));
    const summary = await run(archive, [inbox, join(inbox, 'gone.txt')]);
    expect(summary.failed).toBe(3);
    for (const { path, failure } of archive.imports.rows(0, 10, 'failed').rows) {
      expect(failure?.message).toContain(basename(path));
      expect(failure?.message).toMatch(/^[^\n]+\.$/);
    }
    await archive.close();
  });

  it('is taken back by one undo', async () => {
    const { archive, inbox } = await importSetting();
    for (let number = 0; number < 130; number++) {
      await put(inbox, `${String(number)}.txt`, reportOfHarbour(number));
    }
    expect(await run(archive, [inbox])).toMatchObject({ filed: 130, needsLook: 0 });
    await archive.undo.undo();
    expect(archive.info().counts).toMatchObject({ releases: 0, trash: 130 });
    await archive.close();
  });

  it('that is cancelled keeps what it has filed, and is gone on with later', async () => {
    const { archive, folder, inbox } = await importSetting();
    for (let number = 0; number < 60; number++) {
      await put(inbox, `${String(number)}.txt`, reportOfHarbour(number));
    }
    const stop = new AbortController();
    let told = 0;
    const summary = await archive.imports
      .run({
        paths: [inbox],
        options: defaultImportOptions,
        signal: stop.signal,
        workingFolder: '/',
        dryRun: false,
        onOutcome: () => (told += 1),
      })
      .finally(() => undefined);
    expect(summary.outcome).toBe('done');
    expect(told).toBe(60);
    await archive.close();

    const again = await openArchive(folder);
    const cancelled = again.imports.run({
      paths: [inbox],
      options: { ...defaultImportOptions, again: true },
      signal: AbortSignal.abort(),
      workingFolder: '/',
      dryRun: false,
    });
    expect(await cancelled).toMatchObject({ outcome: 'cancelled', filed: 0 });
    expect((await again.imports.state()).unfinished).toMatchObject({ sources: [inbox] });
    await again.close();
    const third = await openArchive(folder);
    expect(await third.imports.resume()).toMatchObject({ outcome: 'done', filed: 60 });
    expect((await third.imports.state()).unfinished).toBeNull();
    await third.close();
  });

  it('passes over what belongs to a saved page, and files for programs', async () => {
    const { archive, inbox } = await importSetting();
    const page =
      '<html><body><article><h1>Pier opens</h1><p>The new pier opens today with a band and a long speech by nobody at all.</p><img src="page_files/pier.png" alt="The pier"></article></body></html>';
    await put(inbox, 'page.html', page);
    await put(inbox, 'page_files/pier.png', pngPhoto());
    await put(inbox, 'page_files/style.css', 'p { color: red }');
    await put(inbox, 'settings.json', '{"a":1}');
    expect(await run(archive, [inbox])).toMatchObject({ filed: 1, needsLook: 0, failed: 1 });
    expect(rows(archive)).toMatchObject({ 'page.html': 'filed', 'settings.json': 'failed' });
    const [row] = archive.imports.rows(0, 10, 'filed').rows;
    const { release } = await archive.releases.read(row?.releaseId ?? '');
    expect(release.photos).toHaveLength(1);
    await archive.close();
  });

  it('takes one import at a time', async () => {
    const { archive, inbox } = await importSetting();
    await put(inbox, 'a.txt', reportOfHarbour(1));
    const first = run(archive, [inbox]);
    await expect(run(archive, [inbox])).rejects.toMatchObject({ code: 'archive-busy' });
    expect(await first).toMatchObject({ filed: 1 });
    await archive.close();
  });

  it('makes one draft of photos that go with no text', async () => {
    const { archive, inbox } = await importSetting();
    await put(inbox, 'opening day/1.png', pngPhoto([1, 2, 3]));
    await put(inbox, 'opening day/2.png', pngPhoto([4, 5, 6]));
    expect(await run(archive, [inbox])).toMatchObject({ filed: 0, needsLook: 1 });
    const [row] = archive.imports.rows(0, 10, null).rows;
    expect(row).toMatchObject({ headline: 'opening day', review: ['no-text'] });
    const { release } = await archive.releases.read(row?.releaseId ?? '');
    expect([release.status, release.photos.length]).toEqual(['draft', 2]);
    expect(await run(archive, [inbox])).toMatchObject({ alreadyHere: 1 });
    await archive.close();
  });

  it('follows no link out of the folder that it was given', async () => {
    const { archive, inbox, folder } = await importSetting();
    const secret = await put(
      join(folder, '..'),
      'secret.txt',
      'A secret\n\nNobody may read this.\n',
    );
    await symlink(secret, join(inbox, 'link.txt'));
    await symlink(join(folder, '..'), join(inbox, 'up'));
    expect(await run(archive, [inbox])).toMatchObject({ filed: 0, failed: 0 });
    await archive.close();
  });

  it('writes its report as a table that a spreadsheet reads', async () => {
    const { archive, inbox } = await importSetting();
    await put(inbox, '=cmd.txt', englishRelease);
    await run(archive, [inbox]);
    const [head, line] = archive.imports.csv().split('\r\n');
    expect(head).toBe('\ufefffile,result,headline,published,release,needs a look,remarks,reason');
    expect(line).toContain(',filed,Northquay Polytechnic Opens a Tidal Energy Laboratory');
    await archive.close();
  });

  it('leaves nothing behind in the cache but what waits', async () => {
    const { archive, folder, inbox } = await importSetting();
    const batch = crypto.randomUUID();
    await archive.imports.give(
      batch,
      'press/../../../../escape.txt',
      new TextEncoder().encode(reportOfHarbour(5)),
    );
    const given = await archive.imports.give(
      batch,
      'press/CON.txt',
      new TextEncoder().encode(reportOfHarbour(6)),
    );
    expect(await run(archive, [given.folder])).toMatchObject({ filed: 2 });
    expect(await readdir(join(folder, 'cache', 'arrivals')).catch(() => [])).toEqual([]);
    expect(await readdir(join(folder, '..'))).toEqual(['archive', basename(inbox)]);
    await archive.close();
  });
});

describe('a text that resembles one of the archive', () => {
  it('becomes a draft with a question, and the decision is one change', async () => {
    const { archive, inbox } = await importSetting();
    const first = await put(inbox, 'first.txt', englishRelease);
    await run(archive, [first]);
    const [{ id: firstId }] = await filedIds(archive);
    const newer = await put(inbox, 'newer.txt', englishRelease.replace('Maravel', 'Maravel Sea'));
    expect(await run(archive, [newer])).toMatchObject({ filed: 0, needsLook: 1 });
    const [row] = archive.imports.rows(0, 10, null).rows;
    const id = row?.releaseId ?? '';
    const { release } = await archive.releases.read(id);
    expect(release).toMatchObject({
      status: 'draft',
      review: [{ reason: 'near-duplicate', otherId: firstId }],
    });
    expect(archive.info().counts).toMatchObject({ drafts: 1, needsLook: 1 });

    await archive.reviews.decide(id, 'new-version');
    const { release: revised } = await archive.releases.read(firstId);
    expect(revised.revision).toBe(2);
    expect(revised.headline).toContain('Maravel Sea');
    expect(archive.info().counts).toMatchObject({ releases: 1, trash: 1, needsLook: 0 });
    await archive.undo.undo();
    expect((await archive.releases.read(firstId)).release.headline).not.toContain('Maravel Sea');
    expect(archive.info().counts).toMatchObject({ releases: 2, needsLook: 1 });

    await archive.reviews.decide(id, 'keep');
    const { release: kept } = await archive.releases.read(id);
    expect(kept.status).toBe('filed');
    expect(kept.review).toBeUndefined();
    await archive.undo.undo();
    await archive.reviews.decide(id, 'same');
    expect(archive.info().counts).toMatchObject({ releases: 1, trash: 1 });
    await archive.close();
  });

  it('keeps its question over a restart', async () => {
    const { archive, folder, inbox } = await importSetting();
    await run(archive, [await put(inbox, 'a.txt', englishRelease)]);
    await archive.close();
    const again = await openArchive(folder);
    const b = await put(inbox, 'b.txt', englishRelease.replace('Maravel', 'Maravel Sea'));
    expect(await run(again, [b])).toMatchObject({ needsLook: 1 });
    await again.close();
    const third = await openArchive(folder);
    expect(third.info().counts).toMatchObject({ needsLook: 1 });
    expect((await readFile(join(folder, 'cache', 'fingerprints.bin'))).length).toBeGreaterThan(500);
    await third.close();
  });
});

describe('what must not get lost', () => {
  it('is the title of a file whose words stand in a sentence, too', async () => {
    const { archive, inbox } = await importSetting();
    const letter = [
      'From: desk@quay.example',
      'Subject: Quarterly figures of the hospital',
      'Date: Tue, 14 Mar 2023 10:00:00 +0000',
      'Content-Type: text/plain; charset=utf-8',
      '',
      'Dear all,',
      '',
      'here are the quarterly figures of the hospital, which are better than those of the year before.',
    ].join('\r\n');
    await run(archive, [await put(inbox, 'letter.eml', letter)]);
    const [row] = archive.imports.rows(0, 10, null).rows;
    expect(row?.headline).toBe('Quarterly figures of the hospital');
    await archive.close();
  });

  it('is a release in the same words of another day', async () => {
    const { archive, inbox } = await importSetting();
    const notice = (year: number): string =>
      `Library closed over the holidays\n\nNORTHQUAY, 20 December ${String(year)} – The library of the polytechnic is closed over the holidays and opens again in the new year, with longer hours for all students and guests.\n`;
    await run(archive, [await put(inbox, '2023.txt', notice(2023))]);
    const summary = await run(archive, [await put(inbox, '2024.txt', notice(2024))]);
    expect(summary).toMatchObject({ alreadyHere: 0, needsLook: 1 });
    await archive.close();
  });

  it('is a photo that came to a text later', async () => {
    const { archive, inbox } = await importSetting();
    await put(inbox, 'tank.txt', englishRelease);
    await run(archive, [inbox]);
    await put(inbox, 'tank-1.png', pngPhoto());
    expect(await run(archive, [inbox])).toMatchObject({ alreadyHere: 1, failed: 1 });
    const [row] = archive.imports.rows(0, 10, 'failed').rows;
    expect(row?.failure).toMatchObject({ code: 'photo-beside-known' });
    await archive.close();
  });

  it('is what a letter has attached, though the letter is here', async () => {
    const { archive, inbox } = await importSetting();
    const letter = (attached: string): string =>
      [
        'From: desk@quay.example',
        'Subject: The release of today',
        'MIME-Version: 1.0',
        'Content-Type: multipart/mixed; boundary=b',
        '',
        '--b',
        'Content-Type: text/plain; charset=utf-8',
        '',
        'Please find the release of today attached, with all of its figures.',
        '--b',
        'Content-Type: text/plain; charset=utf-8; name=release.txt',
        'Content-Disposition: attachment; filename=release.txt',
        '',
        attached,
        '--b--',
      ].join('\r\n');
    const path = await put(inbox, 'letter.eml', letter(reportOfHarbour(3)));
    expect(await run(archive, [path])).toMatchObject({ filed: 2 });
    expect(await run(archive, [path])).toMatchObject({ filed: 0, alreadyHere: 2 });
    await archive.close();
  });

  it('is the one that is left of two, when the other was thrown away', async () => {
    const { archive, inbox } = await importSetting();
    await run(archive, [await put(inbox, 'a.txt', englishRelease)]);
    const [{ id: first }] = await filedIds(archive);
    const b = await put(inbox, 'b.txt', englishRelease.replace('Maravel', 'Maravel Sea'));
    await run(archive, [b]);
    const id = archive.imports.rows(0, 10, null).rows[0]?.releaseId ?? '';
    await archive.releases.delete([first]);
    await expect(archive.reviews.decide(id, 'same')).rejects.toMatchObject({
      code: 'release-not-found',
    });
    expect(archive.info().counts).toMatchObject({ releases: 1, trash: 1 });
    await archive.close();
  });
});

describe('a correction out of a file', () => {
  it('keeps the file as the source of the release', async () => {
    const { archive, folder } = await importSetting();
    const bytes = new TextEncoder().encode(englishRelease);
    const first = await archive.intake.file('first.txt', bytes, null);
    if (first.kind !== 'release') throw new Error('That is a release.');
    const filed = await archive.releases.file(draftFromIntake(first), first.source);
    const newer = new TextEncoder().encode(englishRelease.replace('Maravel', 'Maravel Sea'));
    const second = await archive.intake.file('second.txt', newer, null);
    if (second.kind !== 'release') throw new Error('That is a release.');
    const { source } = second;
    const revised = await archive.releases.revise(filed.id, 1, draftFromIntake(second), { source });
    expect(revised.source?.fileName).toBe('second.txt');
    const path = join(folder, 'sources', source.sha256.slice(0, 2), source.sha256);
    expect(new Uint8Array(await readFile(path))).toEqual(newer);
    expect((await archive.verify()).problems).toEqual([]);
    await archive.close();
  });
});

describe('a story in two languages', () => {
  const english = `Harbour school and Tarn Labs train 240 divers\n\n14 March 2023\n\nTarn Labs and the school sign an agreement worth 3,500 crowns for 240 divers and 18 boats. The ARV-7 robot dives to 450 metres. ${'It is a long story of the sea. '.repeat(4)}`;
  const chinese = `海港学校与塔恩实验室培养240名潜水员\n\n2023年3月15日\n\n双方签署协议，金额3,500克朗，培养240名潜水员，配备18艘船。ARV-7机器人可下潜450米。这是一个关于大海的长故事，讲述了学校与企业的合作。\n`;

  it('is proposed by the import, linked, and tells what only one version has', async () => {
    const { archive, inbox } = await importSetting();
    await run(archive, [await put(inbox, 'en.txt', english)]);
    const summary = await run(archive, [await put(inbox, 'zh.txt', `${chinese}另有77人。\n`)]);
    expect(summary).toMatchObject({ needsLook: 1 });
    const [row] = archive.imports.rows(0, 10, null).rows;
    expect(row?.review).toEqual(['may-be-translation']);
    const id = row?.releaseId ?? '';
    // Nothing is wrong with it: it is filed, and only the link is a question.
    expect((await archive.releases.read(id)).release.status).toBe('filed');
    await archive.reviews.decide(id, 'translation');
    const story = await archive.stories.view(id);
    expect(story?.versions.map(({ release }) => release.language)).toEqual(['zh', 'en']);
    expect(story?.versions[0]?.onlyHere).toContainEqual({ kind: 'number', text: '77' });
    expect(story?.versions[1]?.onlyHere).toContainEqual({
      kind: 'publicationDate',
      text: '2023-03-14',
    });
    expect(story?.versions[0]?.onlyHere.some(({ text }) => text === '240')).toBe(false);

    await archive.stories.unlink(id);
    expect(await archive.stories.view(id)).toBeNull();
    await archive.undo.undo();
    expect((await archive.stories.view(id))?.versions).toHaveLength(2);
    await archive.close();
  });

  it('has one version in each language', async () => {
    const { archive, inbox } = await importSetting();
    await run(archive, [
      await put(inbox, '1.txt', reportOfHarbour(1)),
      await put(inbox, '2.txt', reportOfHarbour(2)),
    ]);
    const ids = (await filedIds(archive)).map(({ id }) => id);
    await expect(archive.stories.link(ids)).rejects.toMatchObject({ code: 'request-invalid' });
    await archive.close();
  });
});

async function filedIds(archive: Archive): Promise<[{ id: string }, ...{ id: string }[]]> {
  const { hits } = await archive.search.find({
    text: '',
    partnerIds: [],
    place: 'archive',
    year: null,
    sort: 'newest',
    offset: 0,
    limit: 50,
  });
  return hits.map(({ release }) => release) as unknown as [{ id: string }];
}
