import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createArchive } from '../../src/archive/archive';
import { buildProgram, runProgram, type Run } from '../unit/cli/built-program';
import { englishRelease } from '../unit/cli/samples';

let folder: string;
let program: string;
let count = 0;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'press-archive-cli-'));
  await chmod(folder, 0o755);
  program = await buildProgram(folder);
}, 60_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

interface Setting {
  readonly archive: string;
  readonly inbox: string;
  readonly run: (...words: readonly string[]) => Promise<Run>;
}

async function setting(): Promise<Setting> {
  count += 1;
  const archive = join(folder, `archive-${String(count)}`);
  const inbox = join(folder, `inbox-${String(count)}`);
  await mkdir(inbox);
  const made = await createArchive(archive, { name: 'Lakeside University', otherNames: [] });
  await made.close();
  return { archive, inbox, run: (...words) => runProgram(program, words, { folder, archive }) };
}

/** Nothing that moves a cursor, turns the direction of writing or begins a line but the program itself. */
const plain = /^[^\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]*$/;

describe.skipIf(process.platform === 'win32')(
  'file names that could make a terminal do things',
  () => {
    const names = ['new\nline.txt', 'red\u001b[31m.txt', 'cod\u202etxt.exe.txt', '=cmd|x.txt'];

    it('are shown with all that is in them', async () => {
      const { inbox, run } = await setting();
      for (const [index, name] of names.entries()) {
        await writeFile(
          join(inbox, name),
          englishRelease.replaceAll('Climate', `Climate${String(index)}`),
        );
      }
      await writeFile(join(inbox, 'bad\u001b]0;x\u0007\n.txt'), Uint8Array.of(0, 1, 0, 2));
      const report = join(folder, 'report.csv');
      const imported = await run('import', inbox, '--again', '--report', report);
      expect(imported.out).toMatch(plain);
      expect(imported.error).toMatch(plain);
      expect(imported.out).toContain(String.raw`Filed new\nline.txt as`);
      expect(imported.out).toContain(String.raw`red\x1b[31m.txt`);
      expect(imported.out).toContain(String.raw`cod\u202etxt.exe.txt`);
      expect(imported.error).toBe(
        `${String.raw`bad\x1b]0;x\x07\n.txt`} holds binary data, not text.\n`,
      );
      const csv = await readFile(report, 'utf8');
      expect(csv.slice(1).replaceAll('\r\n', '\n')).toMatch(plain);
      const lines = csv.trimEnd().split('\r\n');
      expect(lines).toHaveLength(names.length + 2);
    });

    it('guard a spreadsheet against formulas', async () => {
      const { inbox, run } = await setting();
      await writeFile(
        join(inbox, '=cmd|x.txt'),
        '=HYPERLINK("http://x.example")\n\nA text that is long enough.\n',
      );
      const report = join(folder, 'formula.csv');
      const done = await runProgram(
        program,
        [
          'import',
          '=cmd|x.txt',
          '--report',
          report,
          '--archive',
          join(folder, `archive-${String(count)}`),
        ],
        { folder: inbox },
      );
      expect(done.error).toBe('');
      await run('stats');
      const [, line = ''] = (await readFile(report, 'utf8')).split('\r\n');
      for (const cell of line.split(',')) expect(cell).not.toMatch(/^"?[=+\-@]/);
      expect(line).toContain("'=HYPERLINK");
    });

    it('that are no UTF-8 are found from a command line, too', async () => {
      const { inbox, run } = await setting();
      await writeFile(
        Buffer.concat([Buffer.from(`${inbox}/caf`), Buffer.of(0xe9), Buffer.from('.txt')]),
        englishRelease,
      );
      const imported = await run('import', join(inbox, 'caf\ufffd.txt'));
      expect(imported).toMatchObject({ code: 0, error: '' });
      expect(imported.out).toMatch(/^Filed café\.txt as/);
    });
  },
);

describe('a dry run', () => {
  it('takes no lock, and tells the second of two equal files', async () => {
    const { archive, inbox, run } = await setting();
    await writeFile(join(inbox, 'a.txt'), englishRelease);
    await writeFile(join(inbox, 'b.txt'), englishRelease);
    const before = (await readdir(archive, { recursive: true })).sort();
    const dry = await run('import', inbox, '--dry-run');
    expect(dry).toMatchObject({ code: 0, error: '' });
    expect(dry.out).toMatch(/^Would file a\.txt/);
    expect(dry.out).toContain('b.txt is already in this run: a.txt.');
    expect(dry.out).toContain('1 release would be filed, 1 already here, 0 files failed.');
    expect((await readdir(archive, { recursive: true })).sort()).toEqual(before);
    const told = JSON.parse((await run('import', inbox, '--dry-run', '--json')).out) as object;
    expect(told).toMatchObject({ alreadyHere: [{ id: null, inThisRun: join(inbox, 'a.txt') }] });
  });
});
