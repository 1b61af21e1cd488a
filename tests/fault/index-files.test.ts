import { cpSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createArchive, openArchive } from '../../src/archive/archive';
import type { FileLayer } from '../../src/archive/store/file-layer';
import { institution } from '../support/samples';
import { forgetOwnLock } from './support/check-archive';
import { FailingFiles, faults, type Fault } from './support/failing-files';
import { filesIn } from './support/files-in';
import { quickFolder } from './support/quick-folder';
import { Random } from './support/random';
import { recordingFiles, type DiskEvent } from './support/recording-files';
import { changeSomething, wrongAnswers } from './support/searching';
import { SimulatedDisk } from './support/simulated-disk';
import { isLong, Summary } from './support/summary';
import { unsyncedFiles } from './support/unsynced-files';

/** Every how many operations one fails: 1 for each. Of writes there are many, of the others few. */
const strideOf = (fault: Fault): number =>
  isLong ? 1 : fault.includes('fsync') || fault.includes('rename') ? 5 : 37;
/** Cuts at an instant at which something has just become safe, and at any other one. */
const chanceAtSync = isLong ? 1 : 0.25;
const chanceElsewhere = isLong ? 0.5 : 0.05;
/** Each leaves a segment, so that some of them are merged. */
const sessions = 5;
const changes = 2;

const searchFolder = (folder: string): string => join(folder, 'cache', 'search');

async function makeTemplate(folder: string): Promise<void> {
  const archive = await createArchive(folder, institution);
  const random = new Random(1);
  for (let change = 0; change < 6; change += 1) await changeSomething(archive, random);
  await archive.close();
}

/** Opens the archive, asks, changes and asks again, some times over; answers what was wrong. */
async function work(folder: string, files: FileLayer, random: Random): Promise<readonly string[]> {
  const wrong: string[] = [];
  for (let session = 0; session < sessions; session += 1) {
    const archive = await openArchive(folder, {}, { files });
    wrong.push(...(await wrongAnswers(archive)));
    for (let change = 0; change < changes; change += 1) {
      await changeSomething(archive, random);
      wrong.push(...(await wrongAnswers(archive)));
    }
    await archive.close();
  }
  return wrong;
}

/** Opens the archive as the next start of the program would. */
async function check(folder: string, summary: Summary, where: string): Promise<void> {
  try {
    const archive = await openArchive(folder, {}, { files: unsyncedFiles });
    for (const wrong of await wrongAnswers(archive)) summary.find(where, wrong);
    for (const { path, message } of (await archive.verify()).problems) {
      summary.find(where, `${path}: ${message}`);
    }
    await archive.close();
    const left = readdirSync(searchFolder(folder)).filter((name) => name.includes('tmp'));
    if (left.length > 0) summary.find(where, `left behind: ${left.join()}`);
  } catch (thrown) {
    summary.find(where, String(thrown));
  }
}

describe('the files of an index on a disk that fails', () => {
  it.each(faults)(
    'never keep anybody from filing and finding, after %s at any operation',
    async (fault) => {
      const parent = await quickFolder();
      const template = join(parent, 'template');
      await makeTemplate(template);
      const summary = new Summary(`index on a failing disk, ${fault}`);
      const folder = join(parent, 'archive');
      const stride = strideOf(fault);
      const first = isLong ? 1 : 1 + (Date.now() % stride);
      for (let at = first; summary.isClean(); at += stride) {
        cpSync(template, folder, { recursive: true });
        const failing = new FailingFiles(fault, at);
        const files = filesIn(searchFolder(folder), failing, unsyncedFiles);
        const where = `${fault}, operation ${at}`;
        try {
          for (const wrong of await work(folder, files, new Random(2))) summary.find(where, wrong);
        } catch (thrown) {
          summary.find(where, `refused: ${String(thrown)}`);
        }
        summary.count('runs');
        summary.count('faults', failing.failures);
        await check(folder, summary, where);
        rmSync(folder, { recursive: true, force: true });
        if (failing.failures === 0) break;
      }
      summary.close();
    },
    300_000,
  );
});

describe('the index of an archive whose power is cut', () => {
  it('answers from what the archive holds, whatever of its files reached the disk', async () => {
    const parent = await quickFolder();
    const folder = join(parent, 'archive');
    await makeTemplate(folder);
    const seed = Number(process.env['FAULT_SEED'] ?? Date.now() % 2 ** 31);
    const random = new Random(seed);
    const log: DiskEvent[] = [];
    const files = recordingFiles(folder, (event) => log.push(event));
    const before = log.length;
    expect(await work(folder, files, random)).toEqual([]);
    const isOfIndex = (event: DiskEvent): boolean =>
      'path' in event && event.path.startsWith(searchFolder(folder));
    expect(log.filter(isOfIndex).length).toBeGreaterThan(sessions);
    const summary = new Summary('power cuts with an index');
    const disk = new SimulatedDisk();
    for (const [index, event] of log.entries()) {
      disk.apply(event);
      if (index < before || !summary.isClean()) continue;
      const isSync = event.kind === 'sync-file' || event.kind === 'sync-folder';
      if (!random.chance(isSync ? chanceAtSync : chanceElsewhere)) continue;
      const target = join(parent, 'left');
      const order = random.chance(0.5) ? 'in order' : 'any';
      disk.cutInto(folder, target, random, order);
      forgetOwnLock(target);
      await check(target, summary, `seed ${seed}, event ${index} (${event.kind}), ${order}`);
      rmSync(target, { recursive: true, force: true });
      summary.count('power cuts');
    }
    summary.close();
  });
});
