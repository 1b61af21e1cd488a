import { cpSync, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createArchive, openArchive } from '../../src/archive/archive';
import { usualLimits, type Limits } from '../../src/archive/store/limits';
import { content, institution } from '../support/samples';
import { checkArchive, forgetOwnLock } from './support/check-archive';
import { contentOf, Expectation } from './support/expectation';
import { FailingFiles, faults } from './support/failing-files';
import { quickFolder } from './support/quick-folder';
import { Random } from './support/random';
import { smallLimits } from './support/small-limits';
import { isLong, Summary } from './support/summary';
import { work as change } from './support/workload';

/** Every how many operations one fails: 1 for each. */
const stride = isLong ? 1 : 11;

/** An archive with some content, to be copied for every run, and what it holds. */
async function makeTemplate(folder: string): Promise<Expectation> {
  const expectation = new Expectation();
  await (await createArchive(folder, institution)).close();
  const archive = await openArchive(folder);
  await change(archive, new Random(1), {
    changes: 12,
    atOnce: 1,
    savings: 0.1,
    tell: (message) => {
      expectation.note(message);
    },
  });
  await archive.close();
  return expectation;
}

/**
 * Runs the workload on a disk with one fault; answers whether the fault came up. `crashed` becomes a
 * copy of the archive as it is before closing, when much of it is in the journal alone.
 */
async function runOnce(
  folder: string,
  crashed: string,
  files: FailingFiles,
  limits: Limits,
  expectation: Expectation,
  summary: Summary,
): Promise<boolean> {
  const work = async (): Promise<void> => {
    const archive = await openArchive(folder, {}, { files, limits });
    try {
      await change(archive, new Random(2), {
        changes: 10,
        atOnce: 2,
        savings: 0.25,
        tell: (message) => {
          if (message.kind === 'refused') summary.count('refused changes');
          expectation.note(message);
        },
      });
      cpSync(folder, crashed, { recursive: true });
    } finally {
      // Also after a reading that failed: a store that is left open would go on saving.
      await archive.close();
    }
  };
  await work().catch((thrown: unknown) => {
    summary.count('refused readings, openings and closings');
    if (files.failures === 0) summary.find('without a fault', String(thrown));
  });
  return files.failures > 0;
}

describe('an archive on a disk that fails', () => {
  const runs = faults.flatMap((fault) => [
    { fault, limits: usualLimits, what: fault },
    { fault, limits: smallLimits, what: `${fault}, little memory` },
  ]);

  it.each(runs)(
    'has every acknowledged change, and no part of a change, after $what at any operation',
    async ({ fault, limits, what }) => {
      const parent = await quickFolder();
      const template = join(parent, 'template');
      const before = await makeTemplate(template);
      const summary = new Summary(`failing disk, ${what}`);
      for (const name of ['runs', 'faults', 'refused changes']) summary.count(name, 0);
      const folder = join(parent, 'archive');
      const crashed = join(parent, 'crashed');
      const first = isLong ? 1 : 1 + (Date.now() % stride);
      for (let at = first; summary.isClean(); at += stride) {
        cpSync(template, folder, { recursive: true });
        const files = new FailingFiles(fault, at);
        const expectation = before.clone();
        const failed = await runOnce(folder, crashed, files, limits, expectation, summary);
        summary.count('runs');
        summary.count('faults', files.failures);
        summary.count('acknowledged changes', expectation.acknowledged);
        for (const left of [crashed, folder].filter((path) => existsSync(path))) {
          forgetOwnLock(left);
          const where = `${what}, operation ${at}, ${left === crashed ? 'crashed' : 'closed'}`;
          await checkArchive(left, expectation.clone(), summary, where);
          rmSync(left, { recursive: true, force: true });
        }
        if (!failed) break;
      }
      summary.close();
    },
    1_200_000,
  );

  it('accepts changes again, without being opened again, when there is space again', async () => {
    const folder = join(await quickFolder(), 'archive');
    await (await createArchive(folder, institution)).close();
    const files = new FailingFiles('disk full from here on', 1);
    files.repair();
    const archive = await openArchive(folder, {}, { files });
    await archive.releases.file(content({ headline: 'Before' }), null);
    files.breakDown();
    const refused = archive.releases.file(content({ headline: 'Refused' }), null);
    await expect(refused).rejects.toMatchObject({ code: 'ENOSPC' });
    await expect(archive.save()).rejects.toMatchObject({ code: 'ENOSPC' });
    expect(archive.info().warnings).toHaveLength(1);
    files.repair();
    await archive.releases.file(content({ headline: 'After' }), null);
    await archive.save();
    expect(archive.info().warnings).toEqual([]);
    await archive.close();
    const reopened = await openArchive(folder);
    expect([...(await contentOf(reopened)).keys()].sort()).toEqual([
      'release:After',
      'release:Before',
    ]);
    await reopened.close();
  });
});
