import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import {
  chmod,
  cp,
  mkdir,
  mkdtemp,
  open,
  readdir,
  readFile,
  rm,
  truncate,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openArchive } from '../../src/archive/archive';
import { everything } from '../support/contract';
import type { ArchiveCounts } from '../../src/shared/archive-info';
import { encodeChecked } from '../../src/archive/store/durable-json';
import { buildProgram, runProgram, type Run, type RunOptions } from '../unit/cli/built-program';
import { chineseRelease, englishRelease, tinyJpeg } from '../unit/cli/samples';

let folder: string;
let program: string;
/**
 * An archive that has two releases and two photos. Tests run side by side: those that change it, or
 * that look at what is said on stderr, where a note would name another opener, use a copy.
 */
let filed: string;

const run = (words: readonly string[], options: RunOptions = {}): Promise<Run> =>
  runProgram(program, words, { folder, ...options });
const jsonOf = (result: Run): unknown => JSON.parse(result.out);
const fileIn = async (name: string, content: string | Uint8Array): Promise<string> => {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
};
const counts = async (archive: string): Promise<ArchiveCounts> => {
  const opened = await openArchive(archive);
  await opened.close();
  return opened.info().counts;
};

/** One sentence that a person can read: no stack trace, no second line. */
const aSentence = /^[^\n]{10,400}[.?!]\n$/;
const noStack = /^(?![\s\S]*\n\s+at )/;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'press-archive-cli-'));
  await chmod(folder, 0o755);
  program = await buildProgram(folder);
  filed = join(folder, 'filed');
  await run(['init', filed, '--institution', 'Lakeside University', '--other-name', '湖畔大学']);
  await run(['partners', '--add', 'Northwind Foundation', '--alias', '北风基金会:zh'], {
    archive: filed,
  });
  const outbox = join(folder, 'outbox');
  await mkdir(outbox);
  await writeFile(join(outbox, 'release.txt'), englishRelease);
  await writeFile(join(outbox, 'release-1.jpg'), tinyJpeg);
  await writeFile(join(outbox, 'release-2.jpg'), Buffer.concat([tinyJpeg, Buffer.from('2')]));
  await writeFile(join(outbox, 'zh.txt'), chineseRelease);
  const imported = await run(['import', outbox], { archive: filed });
  expect(imported.error).toBe('');
  expect(imported.code).toBe(0);
}, 60_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

describe.concurrent('the built program', () => {
  it('starts with the line that lets a shell run it', () => {
    expect(readFileSync(program, 'utf8')).toMatch(/^#!\/usr\/bin\/env node\n/);
  });

  it('says its version and its commands, with examples', async () => {
    expect((await run(['--version'])).out).toMatch(/^\d+\.\d+\.\d+\n$/);
    const help = await run(['--help']);
    expect(help.code).toBe(0);
    expect(help.out).toContain('Examples:');
    expect((await run(['import', '--help'])).out).toContain('--archive <dir>');
  });
});

describe.concurrent('a filed release', () => {
  it('is found by another form of a word', async () => {
    const found = await run(['search', 'signing', 'agreements'], { archive: filed });
    expect(found.code).toBe(0);
    expect(found.out).toContain('sign five-year climate agreement');
    expect(found.out).toContain('1 release, ');
  });

  it('is found by two Chinese characters in the middle of its text', async () => {
    const found = await run(['search', '博士'], { archive: filed });
    expect(found.out).toContain('湖畔大学与北风基金会签署合作协议');
  });

  it('is found by its partner, year and in the order asked for', async () => {
    const words = ['search', '--partner', '北风基金会', '--year', '2023', '--sort', 'oldest'];
    const found = await run([...words, '--json'], { archive: filed });
    expect(jsonOf(found)).toMatchObject({ total: 2 });
    expect((await run(['search', '--year', '1999'], { archive: filed })).code).toBe(1);
  });

  it('is counted by year, partner and language beside what is found', async () => {
    const found = await run(['search', 'agreement', '--facets'], { archive: filed });
    expect(found.out).toMatch(/^year +2023 \(1\)$/m);
    expect(found.out).toMatch(/^partner +Northwind Foundation \(1\)$/m);
    expect(found.out).toMatch(/^language +en \(1\)$/m);
    const listed = await run(['search', '--facets', '--recent', '--json'], { archive: filed });
    expect(jsonOf(listed)).toMatchObject({
      total: 2,
      facets: { year: [{ value: '2023', count: 2 }], partner: [{ count: 2 }] },
    });
    const plain = await run(['search', 'agreement', '--json'], { archive: filed });
    expect(jsonOf(plain)).toMatchObject({ facets: null, complete: 1, suggestion: null });
  });

  it('is found by some of the words, and told so', async () => {
    const found = await run(['search', 'agreement', 'zebra'], { archive: await copyOf(filed) });
    expect(found).toMatchObject({ code: 0, error: '' });
    expect(found.out).toMatch(/\n1 release, none with all the words, \d+ ms\n$/);
  });

  it('that a mistyped word does not find is proposed in its spelling', async () => {
    const missed = await run(['search', 'agrement'], { archive: await copyOf(filed) });
    expect(missed).toMatchObject({
      code: 1,
      out: 'Nothing found.\nDid you mean: agreement\n',
      error: '',
    });
  });

  it('is found by a field; what is none is searched as words, with a sentence on stderr', async () => {
    const archive = await copyOf(filed);
    const byField = await run(['search', 'headline:climate', 'after:2020'], { archive });
    expect(byField).toMatchObject({ code: 0, error: '' });
    const noted = await run(['search', 'colour:agreement', 'date:2023-02-30'], { archive });
    expect(noted.error).toBe(
      'colour:agreement was searched as words, since there is no such field.\n' +
        'date:2023-02-30 was searched as words, since there is no such date.\n',
    );
    const asJson = await run(['search', 'colour:agreement', '--json'], { archive });
    expect(JSON.parse(asJson.error)).toEqual({
      note: 'colour:agreement was searched as words, since there is no such field.',
    });
  });

  it('is left out by a word with a minus', async () => {
    const found = await run(['search', 'agreement', '-climate'], {
      archive: await copyOf(filed),
    });
    expect(found).toMatchObject({ code: 1, out: 'Nothing found.\n', error: '' });
  });

  it('is looked for with a note on what of the query could not be read as meant', async () => {
    const archive = await copyOf(filed);
    const found = await run(['search', 'agreement', 'colour:red', 'date:2022-02-30'], { archive });
    expect(found.error).toBe(
      'colour:red was searched as words, since there is no such field.\n' +
        'date:2022-02-30 was searched as words, since there is no such date.\n',
    );
    const asJson = await run(['search', '"open', '--json'], { archive });
    expect(JSON.parse(asJson.error)).toEqual({
      note: '"open was searched as words, since its quotation mark is not closed.',
    });
  });

  it('is proposed by the spelling that the archive has', async () => {
    const found = await run(['search', 'agreemnet'], { archive: await copyOf(filed) });
    expect(found).toMatchObject({ code: 1, error: '' });
    expect(found.out).toBe('Nothing found.\nDid you mean: agreement\n');
  });

  it('is shown whole by words of its headline and by the end of its id', async () => {
    const shown = await run(['show', 'five-year', 'climate'], { archive: filed });
    expect(shown.code).toBe(0);
    expect(shown.out).toMatch(/^published +2023-05-04$/m);
    expect(shown.out).toMatch(/^event +2023-05-03$/m);
    expect(shown.out).toMatch(/^text credit +Anna Weber, Department of Publicity$/m);
    expect(shown.out).toMatch(/^partners +Northwind Foundation$/m);
    expect(shown.out).toContain('1. Dr. Maria Keller and Jonas Berg sign the agreement.');
    expect(shown.out).toContain('2. The delegations after the ceremony.');
    expect(shown.out).toContain('founded in 1901');

    const id = /^id +(\S+)$/m.exec(shown.out)?.[1] ?? '';
    const asJson = await run(['show', id.slice(-12), '--json'], { archive: filed });
    expect(jsonOf(asJson)).toMatchObject({ release: { id, photos: [{}, {}] } });
    const body = await run(['show', id, '--markdown'], { archive: filed });
    expect(body.out).toMatch(/^Lakeside University and the Northwind Foundation signed/);
  });

  it('is counted by year and partner', async () => {
    const stats = await run(['stats'], { archive: filed });
    expect(stats.out).toMatch(/^2023 {2}2 {2}█+$/m);
    expect(stats.out).toMatch(/^Northwind Foundation {2}2 {2}2023-05-04 {2}北风基金会$/m);
  });

  it('is not filed twice unless asked', async () => {
    const archive = await copyOf(filed);
    const text = await fileIn('same.txt', englishRelease);
    const second = await run(['import', text], { archive });
    expect(second.code).toBe(0);
    expect(second.out).toContain('same.txt is already here: "Lakeside University');
    expect(await counts(archive)).toMatchObject({ releases: 2 });
    await run(['import', text, '--again'], { archive });
    expect(await counts(archive)).toMatchObject({ releases: 3 });
  });

  it('shows what would be filed and files nothing in a dry run', async () => {
    const archive = await copyOf(filed);
    const before = await counts(archive);
    const text = await fileIn(
      'new.txt',
      `Students open a library\n\n${'A long story. '.repeat(9)}`,
    );
    const dry = await run(['import', text, '--dry-run'], { archive });
    expect(dry.out).toMatch(/^Would file new\.txt\n {2}headline +Students open a library/);
    expect(await counts(archive)).toEqual(before);
  });

  it('in nearly the same words becomes a draft that needs a look', async () => {
    const archive = await copyOf(filed);
    const text = await fileIn('newer.txt', englishRelease.replace('five-year', 'six-year'));
    const again = await run(['import', text], { archive });
    expect(again.code).toBe(0);
    expect(again.out).toMatch(/^Filed newer\.txt as a draft|^Filed newer\.txt as/);
    expect(again.out).toMatch(/captions +1\. Dr\. Maria Keller.*\n +2\. The delegations/);
    expect(again.out).toMatch(/needs a look +most of its text is that of another release$/m);
    expect(again.out).toContain('0 releases filed, 1 needs a look, 0 already here');
    expect(await counts(archive)).toMatchObject({ releases: 3, drafts: 1, needsLook: 1 });
  });
});

describe.concurrent('a press pack', () => {
  it('is made, verified, and found out when somebody changed it', async () => {
    const archive = await copyOf(filed);
    const out = join(folder, 'packs');
    const words = ['pack', 'Climate', '--out', out, '--search', 'agreement', '--json'];
    const made = await run([...words, '--contact', 'Anna Weber, press@lakeside.example'], {
      archive,
    });
    expect(made.error).toBe('');
    const answer = jsonOf(made) as { export: { folder: string; zip: string } };
    expect(answer).toMatchObject({ pack: { seals: [{}] }, export: { files: 11 } });
    for (const path of [answer.export.folder, answer.export.zip]) {
      const verified = await run(['verify', path]);
      expect(verified).toMatchObject({ code: 0, error: '' });
      expect(verified.out).toMatch(/^All is as it was: \d+ files/);
    }

    await writeFile(join(answer.export.folder, 'data', 'index.html'), 'something else');
    const tampered = await run(['verify', answer.export.folder]);
    expect(tampered.code).toBe(1);
    expect(tampered.out).toContain('data/index.html');
    await truncate(answer.export.zip, 2_000);
    const cut = await run(['verify', answer.export.zip]);
    expect(cut.code).not.toBe(0);
    expect(cut.error).toMatch(noStack);
  });

  it('says as sentences what to mend first', async () => {
    const archive = await copyOf(filed);
    const made = await run(['pack', 'Photos', '--out', 'packs', '--release', 'five-year'], {
      archive,
    });
    expect(made.code).toBe(0);
    expect(made.out).toContain('The photo release-1.jpg has no alternative text.\n');
    expect(made.out).toMatch(/^manifest +SHA-512 [0-9a-f]{128}$/m);
  });

  it('leaves nothing in the archive when it could not be written', async () => {
    const archive = await copyOf(filed);
    const notAFolder = await fileIn('not-a-folder', 'text');
    const failed = await run(['pack', 'X', '--out', notAFolder, '--search', 'agreement'], {
      archive,
    });
    expect(failed.code).toBe(2);
    expect(failed.error).toMatch(aSentence);
    expect(failed.error).toContain('not-a-folder');
    expect(await counts(archive)).toMatchObject({ packs: 0 });
  });

  it('is refused where nothing is found, nothing is chosen, or it would lie in the archive', async () => {
    const options = { archive: await copyOf(filed) };
    const nothing = await run(['pack', 'X', '--out', 'packs', '--search', 'zebra'], options);
    expect(nothing).toMatchObject({ code: 1, error: 'Nothing found to pack.\n' });
    const unchosen = await run(['pack', 'X', '--out', 'packs'], options);
    expect(unchosen).toMatchObject({ code: 2, error: expect.stringMatching(aSentence) as string });
    const inside = ['pack', 'X', '--out', join(options.archive, 'packs'), '--search', 'agreement'];
    expect(await run(inside, options)).toMatchObject({
      code: 2,
      error: expect.stringContaining('outside the archive') as string,
    });
  });
});

describe.concurrent('an archive', () => {
  it('is verified, and a damaged file in it is named', async () => {
    const archive = await copyOf(filed);
    expect((await run(['verify'], { archive })).code).toBe(0);
    const photos = join(archive, 'photos');
    const inside = await readdir(photos, { recursive: true });
    const photo = inside.find((name) => name.endsWith('.jpg')) ?? '';
    await writeFile(join(photos, photo), 'rotten');
    const verified = await run(['verify', '--json'], { archive });
    expect(verified.code).toBe(1);
    expect(jsonOf(verified)).toMatchObject({ what: 'archive', problems: [{ kind: 'changed' }] });
  });

  it('is taken from the option, the environment or the current folder', async () => {
    for (const options of [{ archive: filed }, { folder: filed }]) {
      expect((await run(['stats'], options)).code).toBe(0);
    }
    expect((await run(['--archive', filed, 'stats'])).code).toBe(0);
    expect((await run(['stats', '--archive', filed])).code).toBe(0);
    const none = await run(['stats']);
    expect(none).toMatchObject({
      code: 2,
      error: expect.stringContaining('--archive DIR') as string,
    });
  });

  it('is not made where something lies already', async () => {
    const again = await run(['init', filed, '--institution', 'Other']);
    expect(again).toMatchObject({ code: 2, error: expect.stringMatching(aSentence) as string });
    expect(again.error).toContain("isn't empty");
    const file = await fileIn('a-file', 'text');
    const onFile = await run(['init', file, '--institution', 'Other']);
    expect(onFile).toMatchObject({ code: 2, error: `${file} is a file, not a folder.\n` });
  });

  it('to try the program with is made on request, and then has an institution of its own', async () => {
    const sample = join(folder, 'the-sample');
    const made = await run(['init', sample, '--sample']);
    expect(made).toMatchObject({ code: 0, error: '' });
    expect(made.out).toMatch(
      /^Made the sample archive of Yanwan Harbour Polytechnic in .*68 releases/,
    );
    const found = await run(['search', '渔网'], { archive: sample });
    expect(found.out).toContain('三百张旧渔网织成一面幕布');
    const both = await run(['init', `${sample}-2`, '--sample', '--institution', 'Other']);
    expect(both).toMatchObject({ code: 2, error: expect.stringMatching(aSentence) as string });
    const neither = await run(['init', `${sample}-2`]);
    expect(neither).toMatchObject({ code: 2, error: expect.stringMatching(aSentence) as string });
  });

  it('that is missing, or none, is told from one', async () => {
    const missing = await run(['stats'], { archive: join(folder, 'nowhere') });
    expect(missing).toMatchObject({ code: 2, error: expect.stringMatching(aSentence) as string });
    expect(missing.error).toContain('nowhere');
    await mkdir(join(folder, 'plain'));
    const plain = await run(['search', 'x', '--json'], { archive: join(folder, 'plain') });
    expect(plain).toMatchObject({ code: 2, out: '' });
    expect(JSON.parse(plain.error)).toMatchObject({ error: { code: 'archive-not-an-archive' } });
  });

  it('of a newer format is read and left as it is', async () => {
    const archive = await copyOf(filed);
    const record = join(archive, 'archive.json');
    const { data } = JSON.parse(await readFile(record, 'utf8')) as { data: object };
    await writeFile(record, encodeChecked({ ...data, format: 99 }));
    const found = await run(['search', 'agreement'], { archive });
    expect(found.code).toBe(0);
    expect(found.error).toMatch(aSentence);
    expect(found.error).toContain('newer version');
    const refused = await run(['import', await fileIn('n.txt', 'A headline\n\nText.')], {
      archive,
    });
    expect(refused.code).toBe(2);
    expect(refused.error).toContain('Nothing was changed');
    expect(await counts(archive)).toMatchObject({ releases: 2 });
  });

  it('that somebody has open is read without a word, and not changed, which says who', async () => {
    const archive = await copyOf(filed);
    const window = await openArchive(archive);
    try {
      const found = await run(['search', 'agreement'], { archive });
      expect(found.code).toBe(0);
      expect(found.error).toBe('');
      const text = await fileIn('late.txt', englishRelease);
      const refused = await run(['import', text], { archive });
      expect(refused.code).toBe(2);
      expect(refused.error).toMatch(/^The archive is open for reading only: .* has had it open/);
      expect((await run(['verify'], { archive })).code).toBe(0);
      expect((await run(['show', 'climate'], { archive })).code).toBe(0);
    } finally {
      await window.close();
    }
  });

  it.skipIf(process.platform === 'win32')('that may not be written is read', async () => {
    const archive = await copyOf(filed);
    await changeModes(archive, 0o555, 0o444);
    // The superuser may write anywhere, so another user must try.
    const user = process.getuid?.() === 0 ? { user: 65_534 } : {};
    try {
      for (const words of [['search', '博士'], ['show', 'climate'], ['stats'], ['verify']]) {
        const answer = await run(words, { archive, ...user });
        expect(answer).toMatchObject({ code: 0, error: '' });
      }
      const text = await fileIn('refused.txt', englishRelease);
      const refused = await run(['import', text], { archive, ...user });
      expect(refused.code).toBe(2);
      expect(refused.error).toContain('Nothing was changed');
    } finally {
      await changeModes(archive, 0o755, 0o644);
    }
  });
});

describe.concurrent('a file that is no release', () => {
  const noise = Buffer.from(Array.from({ length: 4_096 }, (_, index) => (index * 151) % 256));
  const bad = [
    ['empty.txt', Buffer.alloc(0), 'is empty'],
    ['noise.txt', noise, 'noise.txt'],
    ['fake.jpg', Buffer.from('not a photo'), 'not a photo'],
    ['paper.pdf', Buffer.from('%PDF-1.7\n'), 'is damaged'],
  ] as const;

  it.each(bad)('%s is told in one sentence and files nothing', async (name, bytes, reason) => {
    const archive = await copyOf(filed);
    const before = await counts(archive);
    const failed = await run(['import', await fileIn(name, bytes)], { archive });
    expect(failed.code).toBe(1);
    expect(failed.error).toMatch(aSentence);
    expect(failed.error).toContain(name);
    expect(failed.error).toContain(reason);
    expect(await counts(archive)).toEqual(before);
  });

  it('keeps none of the others from being filed', async () => {
    const archive = await copyOf(filed);
    const files = [
      await fileIn('blank.txt', ' \n'),
      join(folder, 'nowhere.txt'),
      await fileIn('good.txt', 'Campus opens new library\n\nGENEVA, 2 May 2024 - It opened.\n'),
    ];
    const mixed = await run(['import', ...files, '--json'], { archive });
    expect(mixed).toMatchObject({ code: 1, error: '' });
    expect(jsonOf(mixed)).toMatchObject({
      filed: [{ content: { headline: 'Campus opens new library' } }],
      failed: [{ failure: { code: 'file-unreadable' } }, { failure: { code: 'file-empty' } }],
    });
    expect(await counts(archive)).toMatchObject({ releases: 3 });
  });

  it('keeps its own text from being filed with captions under wrong photos', async () => {
    const archive = await copyOf(filed);
    const text = await fileIn('signing.txt', englishRelease.replace('five-year', 'new'));
    const broken = await fileIn('signing-1.jpg', 'not a photo');
    const whole = await fileIn('signing-2.jpg', tinyJpeg);
    const before = await counts(archive);
    const failed = await run(['import', text, broken, whole], { archive });
    expect(failed.code).toBe(1);
    expect(failed.error).toContain('signing-1.jpg is not a photo');
    expect(failed.error).toContain('signing.txt was not filed');
    expect(await counts(archive)).toEqual(before);
  });

  it('is refused for its size, a huge one without being read', async () => {
    const archive = await copyOf(filed);
    const before = await counts(archive);
    for (const [name, bytes, limit] of [
      ['long.txt', 21 * 1024 * 1024, '20 MB, the most that a text may have'],
      ['huge.txt', 5 * 1024 ** 3, '1024 MB, the most that a file may have'],
    ] as const) {
      const path = join(folder, name);
      // Sparse: it takes no room on the disk.
      const handle = await open(path, 'w');
      await handle.write('A headline\n\n'.repeat(10));
      if (bytes < 1024 ** 3) await handle.write('word '.repeat(bytes / 5));
      else await handle.truncate(bytes);
      await handle.close();
      const failed = await run(['import', path], { archive });
      await rm(path);
      expect(failed.code).toBe(1);
      expect(failed.error).toBe(`${name} is larger than ${limit}.\n`);
    }
    expect(await counts(archive)).toEqual(before);
  });

  it('is not what a Chinese text in GBK is: that is read right, and known in UTF-8', async () => {
    const archive = await copyOf(filed);
    const text = await fileIn('gbk.txt', iconv.encode(chineseRelease, 'gbk'));
    const imported = await run(['import', text], { archive });
    expect(imported.code).toBe(0);
    expect(imported.out).toMatch(
      /^gbk\.txt is already here: "湖畔大学与北风基金会签署合作协议" \(/,
    );
    const again = await run(['import', text, '--again'], { archive });
    expect(again.out).toMatch(/headline +湖畔大学与北风基金会签署合作协议$/m);
  });
});

describe.concurrent('an import of many', () => {
  const texts = async (folderName: string, count: number): Promise<string> => {
    const many = join(folder, folderName);
    await mkdir(many);
    for (let number = 0; number < count; number += 1) {
      await writeFile(join(many, `${number}.txt`), `Headline number ${number}\n\nText.\n`);
    }
    return many;
  };

  it('is told file by file and taken back by one undo', async () => {
    const archive = await copyOf(filed);
    const many = await texts('batches', 120);
    await writeFile(join(many, '17.txt'), '');
    await writeFile(join(many, '99.txt'), `Headline number 3\n\nText.\n`);
    await writeFile(
      join(many, '120.txt'),
      `Institute meets Tarn Labs\n\nGENEVA, 4 May 2023 – The institute and Tarn Labs open a test field. Tarn Labs brings drills.\n`,
    );
    const imported = await run(['import', many, '--add-partners', '--json'], { archive });
    expect(imported).toMatchObject({ code: 1, error: '' });
    const told = jsonOf(imported) as {
      filed: { id: string | null; path: string }[];
      alreadyHere: { path: string }[];
      failed: { path: string }[];
    };
    expect(told.filed).toHaveLength(119);
    expect(told.filed.filter(({ id }) => id === null)).toEqual([]);
    expect(told.alreadyHere).toMatchObject([{ path: join(many, '99.txt') }]);
    expect(told.failed).toMatchObject([{ path: join(many, '17.txt') }]);
    const names = told.filed.map(({ path }) => Number(/(\d+)\.txt$/.exec(path)?.[1]));
    expect(names).toEqual([...names].sort((a, b) => a - b));
    const after = await counts(archive);
    expect(after.releases).toBe(121);

    const undone = await run(['undo'], { archive });
    expect(undone).toMatchObject({
      code: 0,
      out: 'Undone: imported 119 releases.\n',
      error: '',
    });
    expect(await counts(archive)).toMatchObject({ releases: 2, trash: 119, partners: 1 });
    expect((await run(['redo'], { archive })).out).toBe('Done again: imported 119 releases.\n');
    expect(await counts(archive)).toEqual(after);
  }, 60_000);
});

describe.concurrent('what was done', () => {
  it('is undone and done again step by step, and there is an end to it', async () => {
    const archive = join(folder, 'steps');
    await run(['init', archive, '--institution', 'Lakeside University']);
    await run(['import', await fileIn('step.txt', 'A headline\n\nText.\n')], { archive });
    const undone = await run(['undo', '--json'], { archive });
    expect(jsonOf(undone)).toMatchObject({ action: 'release:import', name: 'A headline' });
    expect(await run(['undo'], { archive })).toMatchObject({
      code: 1,
      out: '',
      error: 'There is nothing to undo.\n',
    });
    expect((await run(['redo'], { archive })).out).toBe('Done again: imported "A headline".\n');
    expect((await run(['redo'], { archive })).code).toBe(1);
  });

  it('is refused where the archive can only be read', async () => {
    const archive = await copyOf(filed);
    const window = await openArchive(archive);
    try {
      const refused = await run(['undo'], { archive });
      expect(refused.code).toBe(2);
      expect(refused.error).toContain('Nothing was changed');
    } finally {
      await window.close();
    }
  });
});

describe.concurrent('the history of a release', () => {
  it('lists its revisions and tells by words what differs', async () => {
    const archive = await copyOf(filed);
    const opened = await openArchive(archive);
    const page = await opened.search.find({ ...everything, text: 'climate' });
    const { release } = await opened.releases.read(page.hits[0]?.release.id ?? '');
    await opened.releases.revise(release.id, 1, {
      ...release,
      headline: release.headline.replace('five-year', 'ten-year'),
      tags: ['climate'],
    });
    await opened.close();

    const listed = await run(['history', 'ten-year'], { archive });
    expect(listed.code).toBe(0);
    expect(listed.out).toMatch(/^2 {2}\d{4}-\d\d-\d\d \d\d:\d\dZ {2}edited {2}.*ten-year/);
    expect(listed.out).toMatch(/^1 {2}.* {2}filed {3}.*five-year/m);
    const compared = await run(['history', 'ten-year', '--diff', '1'], { archive });
    expect(compared).toMatchObject({ code: 0, error: '' });
    expect(compared.out).toMatch(/^headline\n {2}.*\[-five-\]\{\+ten\+\}-year/);
    expect(compared.out).toContain('tags\n  {+climate+}\n');
    expect(
      jsonOf(await run(['history', 'ten-year', '--diff', '1', '--json'], { archive })),
    ).toMatchObject({
      from: 1,
      to: 2,
      fields: [{ field: 'headline' }, { field: 'tags' }],
    });
    expect((await run(['history', 'ten-year', '--diff', '2'], { archive })).code).toBe(1);
    const none = await run(['history', 'ten-year', '--diff', '3'], { archive });
    expect(none).toMatchObject({ code: 2, error: expect.stringMatching(aSentence) as string });
  });
});

describe.concurrent('partners', () => {
  it('are made one by any of their names, and two again by undo', async () => {
    const archive = await copyOf(filed);
    await run(['partners', '--add', 'Northwind Fdn'], { archive });
    const merged = await run(['partners', 'merge', 'Northwind Fdn', '北风基金会'], { archive });
    expect(merged).toMatchObject({
      code: 0,
      out: 'Merged "Northwind Foundation" into "Northwind Fdn": 2 releases.\n',
      error: '',
    });
    const asJson = jsonOf(await run(['partners', '--json'], { archive }));
    expect(asJson).toMatchObject([
      {
        name: 'Northwind Fdn',
        aliases: [{ name: 'Northwind Foundation' }, { name: '北风基金会' }],
      },
    ]);
    expect((await run(['undo'], { archive })).out).toBe(
      'Undone: merged partners into "Northwind Fdn".\n',
    );
    expect(jsonOf(await run(['partners', '--json'], { archive }))).toHaveLength(2);
  });

  it('are not merged into themselves, nor where nobody has the name', async () => {
    const archive = await copyOf(filed);
    for (const other of ['北风基金会', 'Nobody']) {
      const refused = await run(['partners', 'merge', 'Northwind Foundation', other], { archive });
      expect(refused).toMatchObject({ code: 2, error: expect.stringMatching(aSentence) as string });
    }
  });
});

describe.concurrent('misuse', () => {
  it.each([
    [[], 'press-archive --help'],
    [['bogus'], 'bogus'],
    [['search', '--sotr', 'newest'], '--sotr'],
    [['search', 'x', '--year', 'soon'], 'whole number'],
    [['search', 'x', '--partner', 'Nobody'], 'Nobody'],
    [['show', 'zebra'], 'zebra'],
    [['partners', '--kind', 'ngo'], '--add'],
    [['import', 'x.txt', '--encoding', 'klingon'], 'klingon'],
  ])('%j is told in one sentence', async (words, part) => {
    const refused = await run(words, { archive: await copyOf(filed) });
    expect(refused).toMatchObject({
      code: 2,
      out: '',
      error: expect.stringMatching(aSentence) as string,
    });
    expect(refused.error).toContain(part);
  });
});

describe.concurrent('pipes and Ctrl+C', () => {
  it('a reader that leaves early is no failure', async () => {
    const child = spawn(process.execPath, [program, 'show', 'climate'], {
      env: { ...process.env, PRESS_ARCHIVE: await copyOf(filed) },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child.stdout.destroy();
    let error = '';
    child.stderr.on('data', (chunk: Buffer) => (error += chunk.toString()));
    await once(child, 'close');
    expect({ code: child.exitCode, error }).toEqual({ code: 0, error: '' });
  });

  it.skipIf(process.platform === 'win32')(
    'Ctrl+C ends an import between two releases and gives the archive back',
    async () => {
      const archive = await copyOf(filed);
      const many = join(folder, 'many');
      await mkdir(many);
      for (let number = 0; number < 300; number += 1) {
        await writeFile(join(many, `${number}.txt`), `Headline number ${number}\n\nText.\n`);
      }
      const child = spawn(process.execPath, [program, 'import', many], {
        env: { ...process.env, PRESS_ARCHIVE: archive },
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      let [out, error] = ['', ''];
      child.stderr.on('data', (chunk: Buffer) => (error += chunk.toString()));
      child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
      child.stdout.once('data', () => child.kill('SIGINT'));
      await once(child, 'close');
      expect(child.exitCode).toBe(130);
      const told = Number(/(\d+) releases? filed/.exec(out)?.[1]);
      expect(told).toBeLessThan(300);
      // Each text was either filed, and told, or never looked at.
      const left = /^Stopped: (\d+) files? (?:was|were) left\.\n$/.exec(error)?.[1];
      expect(told + Number(left)).toBe(300);
      expect(await counts(archive)).toMatchObject({ releases: 2 + told });
      expect(await readdir(archive)).not.toContain('lock.json');
    },
  );
});

let copies = 0;
async function copyOf(archive: string): Promise<string> {
  copies += 1;
  const copy = join(folder, `copy-${copies}`);
  await cp(archive, copy, { recursive: true });
  return copy;
}

async function changeModes(path: string, folders: number, files: number): Promise<void> {
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  for (const entry of entries) {
    await chmod(join(entry.parentPath, entry.name), entry.isDirectory() ? folders : files);
  }
  await chmod(path, folders);
}
