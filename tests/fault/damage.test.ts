import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createArchive, openArchive, type Archive } from '../../src/archive/archive';
import { institution } from '../support/samples';
import { forgetOwnLock } from './support/check-archive';
import { contentOf } from './support/expectation';
import { quickFolder } from './support/quick-folder';
import { Random } from './support/random';
import { isLong, Summary } from './support/summary';
import { unsyncedFiles } from './support/unsynced-files';
import { work } from './support/workload';

const damagesPerFile = isLong ? 200 : 4;

/** What may happen to the bytes of a file that nobody is writing. */
const damages: Readonly<Record<string, (bytes: Buffer, random: Random) => Buffer>> = {
  truncated: (bytes, random) => bytes.subarray(0, random.below(bytes.length)),
  zeroed: (bytes) => Buffer.alloc(bytes.length),
  'zeroed in part': (bytes, random) => {
    const at = random.below(bytes.length);
    return Buffer.from(bytes).fill(0, at, Math.min(bytes.length, at + 1 + random.below(200)));
  },
  'changed by one bit': (bytes, random) => {
    const altered = Buffer.from(bytes);
    const at = random.below(bytes.length);
    altered.writeUInt8(altered.readUInt8(at) ^ (1 << random.below(8)), at);
    return altered;
  },
};

function filesBelow(folder: string, pattern: RegExp, root = folder): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return filesBelow(path, pattern, root);
    const name = relative(root, path).replaceAll('\\', '/');
    return pattern.test(name) ? [name] : [];
  });
}

/** An archive with some content; `closed` with all of it in its files, else in the journal. */
async function makeArchive(folder: string, how: 'closed' | 'open'): Promise<Map<string, string>> {
  const working = `${folder}-working`;
  await (await createArchive(working, institution)).close();
  const archive = await openArchive(working, {}, { files: unsyncedFiles });
  await work(archive, new Random(3), {
    changes: 45,
    atOnce: 1,
    savings: 0,
    tell: () => undefined,
  });
  const content = await contentOf(archive);
  if (how === 'open') cpSync(working, folder, { recursive: true });
  await archive.close();
  if (how === 'closed') cpSync(working, folder, { recursive: true });
  return content;
}

interface Scene {
  readonly archive: Archive;
  readonly found: ReadonlyMap<string, string>;
  readonly quarantined: readonly string[];
}

/** Damages a copy of the archive in every way and shows what opening it gives. */
async function eachDamage(
  summary: Summary,
  template: string,
  names: readonly string[],
  targets: (name: string) => readonly string[],
  look: (scene: Scene, name: string, where: string) => Promise<void> | void,
): Promise<void> {
  const random = new Random(Number(process.env['FAULT_SEED'] ?? 5));
  const folder = join(await quickFolder(), 'archive');
  for (const name of names) {
    for (const [kind, damage] of Object.entries(damages)) {
      for (let again = 0; again < damagesPerFile; again += 1) {
        cpSync(template, folder, { recursive: true });
        forgetOwnLock(folder);
        for (const target of targets(name)) {
          const path = join(folder, target);
          const bytes = readFileSync(path);
          const damaged = damage(bytes, random);
          if (damaged.equals(bytes)) continue;
          writeFileSync(path, damaged);
        }
        const where = `${targets(name).join(' and ')} ${kind}`;
        summary.count('damages');
        try {
          const archive = await openArchive(folder, {}, { files: unsyncedFiles });
          const found = await contentOf(archive);
          const quarantined = filesBelow(folder, /^quarantine\//);
          await look({ archive, found, quarantined }, name, where);
          await archive.close();
        } catch (thrown) {
          summary.find(where, `doesn't open: ${String(thrown)}`);
        }
        rmSync(folder, { recursive: true, force: true });
      }
    }
  }
}

const tableFile = /^(?:archive|partners|packs|releases\/[^/]+|photos\/[^/]+)(?:\.json)$/;

describe('a damaged archive', () => {
  it('loses nothing by damage to any one table file: its copy is used, and people are told', async () => {
    const template = join(await quickFolder(), 'archive');
    const content = await makeArchive(template, 'closed');
    const summary = new Summary('damaged table files');
    const names = filesBelow(template, tableFile);
    await eachDamage(
      summary,
      template,
      names,
      (name) => [name],
      (scene, name, where) => {
        const told = scene.archive.info().warnings.filter((warning) => warning.includes(name));
        if (told.length !== 1) summary.find(where, `told ${told.length} times`);
        if (scene.quarantined.length !== 1) summary.find(where, 'not in quarantine');
        summary.judge(where, difference(content, scene.found));
      },
    );
    summary.close();
  });

  it('keeps the rest usable when a table file and its copy are both damaged, and shows nothing wrong', async () => {
    const template = join(await quickFolder(), 'archive');
    const content = await makeArchive(template, 'closed');
    const summary = new Summary('damaged table files with their copies');
    const names = filesBelow(template, tableFile);
    const both = (name: string): string[] => [name, `copies/${name}`];
    await eachDamage(summary, template, names, both, (scene, name, where) => {
      const told = scene.archive.info().warnings.filter((warning) => warning.startsWith(name));
      if (told.length !== 1) summary.find(where, `told ${told.length} times`);
      if (scene.quarantined.length !== 2) summary.find(where, 'not both in quarantine');
      const { wrong } = difference(content, scene.found);
      summary.judge(where, { lost: [], half: [], wrong });
    });
    summary.close();
  });

  it('lists all that it holds, and says nothing, when what closing left for quick opening is damaged', async () => {
    const template = join(await quickFolder(), 'archive');
    const content = await makeArchive(template, 'closed');
    const summary = new Summary('damaged listings');
    const listing = 'cache/listing.log';
    await eachDamage(
      summary,
      template,
      Array(isLong ? 1 : 4).fill(listing) as string[],
      (name) => [name],
      (scene, _name, where) => {
        if (scene.archive.info().warnings.length > 0) summary.find(where, 'told');
        if (scene.quarantined.length > 0) summary.find(where, 'in quarantine');
        summary.judge(where, difference(content, scene.found));
      },
    );
    summary.close();
  });

  it('tells of a damaged text, hands out no wrong one, and keeps all others', async () => {
    const template = join(await quickFolder(), 'archive');
    const content = await makeArchive(template, 'closed');
    const summary = new Summary('damaged texts');
    const names = filesBelow(template, /\.md$/).slice(0, isLong ? 99 : 6);
    await eachDamage(
      summary,
      template,
      names,
      (name) => [name],
      (scene, name, where) => {
        const changed = [...content].filter(([key, value]) => scene.found.get(key) !== value);
        // Damage to the front matter, which nothing is read from, does no harm.
        const told = scene.archive.info().warnings.filter((warning) => warning.includes(name));
        if (told.length !== changed.length) summary.find(where, `told ${told.length} times`);
        if (changed.length > 1) summary.find(where, `${changed.length} releases are hit`);
        for (const [key] of changed) {
          if (!(scene.found.get(key) ?? '').startsWith('unreadable'))
            summary.find(where, `${key} is wrong`);
          if (scene.quarantined.length !== 1) summary.find(where, 'not in quarantine');
        }
      },
    );
    summary.close();
  });

  it('tells of damage in the journal, puts it aside, and uses every whole line after it', async () => {
    const template = join(await quickFolder(), 'archive');
    await makeArchive(template, 'open');
    const summary = new Summary('damaged journals');
    const [name = ''] = filesBelow(template, /^journal\//);
    const lines = readFileSync(join(template, name), 'utf8').split('\n').length - 1;
    let undetected = 0;
    await eachDamage(
      summary,
      template,
      Array(isLong ? 1 : 8).fill(name) as string[],
      () => [name],
      (scene, _name, where) => {
        const told = scene.archive.info().warnings.filter((warning) => warning.includes(name));
        // A journal that ends early, or in zeros, is what a power cut leaves of lines nobody was told of.
        if (told.length === 0) undetected += 1;
        if (told.length === 0 && where.includes('bit')) summary.find(where, 'not told');
        if (told.length > 0 && scene.quarantined.length !== 1)
          summary.find(where, 'not in quarantine');
        if (where.includes('bit') && scene.found.size === 0)
          summary.find(where, 'nothing was used');
      },
    );
    summary.count('journal lines', lines);
    summary.count('taken for torn ends', undetected);
    summary.close();
  });

  it('changes nothing on disk when it is opened for reading only', async () => {
    const template = join(await quickFolder(), 'archive');
    const content = await makeArchive(template, 'closed');
    for (const name of filesBelow(template, tableFile)) {
      writeFileSync(join(template, name), '{"checksum":"sha256:');
    }
    const [text = ''] = filesBelow(template, /\.md$/);
    writeFileSync(join(template, text), 'something else');
    const before = filesBelow(template, /./).map((name) => [
      name,
      readFileSync(join(template, name), 'hex'),
    ]);
    const archive = await openArchive(template, {}, { readOnly: true });
    const found = await contentOf(archive);
    expect([...content].filter(([key, value]) => found.get(key) !== value)).toHaveLength(1);
    expect(archive.info().warnings.length).toBeGreaterThan(3);
    await archive.close();
    const after = filesBelow(template, /./).map((name) => [
      name,
      readFileSync(join(template, name), 'hex'),
    ]);
    expect(after).toEqual(before);
    expect(dirname(text)).toMatch(/^releases/);
  });
});

function difference(
  expected: ReadonlyMap<string, string>,
  found: ReadonlyMap<string, string>,
): { lost: string[]; half: string[]; wrong: string[] } {
  const lost = [...expected.keys()].filter((key) => !found.has(key));
  const wrong = [...found.keys()].filter((key) => found.get(key) !== expected.get(key));
  return { lost, half: [], wrong };
}
