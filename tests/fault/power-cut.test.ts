import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'vitest';
import { createArchive, openArchive } from '../../src/archive/archive';
import { usualLimits } from '../../src/archive/store/limits';
import { institution } from '../support/samples';
import { checkArchive, forgetOwnLock } from './support/check-archive';
import { Expectation, type Message } from './support/expectation';
import { quickFolder } from './support/quick-folder';
import { Random } from './support/random';
import { recordingFiles, type DiskEvent } from './support/recording-files';
import { SimulatedDisk } from './support/simulated-disk';
import { smallLimits } from './support/small-limits';
import { isLong, Summary } from './support/summary';
import { work } from './support/workload';

const workloads = isLong ? 40 : 2;
/** Cuts at an instant at which something has just become safe, and at any other one. */
const cutsAtSync = isLong ? 6 : 2;
const chanceElsewhere = isLong ? 1 : 0.3;

type Logged = DiskEvent | { readonly kind: 'told'; readonly message: Message };

async function record(
  folder: string,
  random: Random,
): Promise<{ readonly log: readonly Logged[]; readonly before: number }> {
  await (await createArchive(folder, institution)).close();
  const log: Logged[] = [];
  const files = recordingFiles(folder, (event) => log.push(event));
  const before = log.length;
  for (let session = 0; session < 2; session += 1) {
    // Now every limit is met, now none.
    const limits = session % 2 === 0 ? smallLimits : usualLimits;
    const archive = await openArchive(folder, {}, { files, limits });
    await work(archive, random, {
      changes: 12,
      atOnce: 3,
      savings: 0.3,
      tell: (message) => log.push({ kind: 'told', message }),
    });
    await archive.close();
  }
  return { log, before };
}

describe('an archive whose power is cut', () => {
  it('has every acknowledged change, and no part of a change, whatever of the rest reached the disk', async () => {
    const parent = await quickFolder();
    const summary = new Summary('power cuts');
    summary.count('power cuts', 0);
    const seed = Number(process.env['FAULT_SEED'] ?? Date.now() % 2 ** 31);
    for (let workload = 0; workload < workloads && summary.isClean(); workload += 1) {
      const random = new Random(seed + workload);
      const folder = join(parent, `workload-${workload}`);
      const { log, before } = await record(folder, random);
      const disk = new SimulatedDisk();
      const expectation = new Expectation();
      for (const [index, logged] of log.entries()) {
        if (logged.kind === 'told') expectation.note(logged.message);
        else disk.apply(logged);
        // What was there before was safe long ago.
        if (index < before || !summary.isClean()) continue;
        const isSync = logged.kind === 'sync-file' || logged.kind === 'sync-folder';
        const cuts = isSync ? cutsAtSync : random.chance(chanceElsewhere) ? 1 : 0;
        for (let cut = 0; cut < cuts; cut += 1) {
          const target = join(parent, 'left');
          const order = random.chance(0.5) ? 'in order' : 'any';
          disk.cutInto(folder, target, random, order);
          forgetOwnLock(target);
          const where = `seed ${seed}, workload ${workload}, event ${index} (${logged.kind}), ${order}`;
          await checkArchive(target, expectation.clone(), summary, where);
          rmSync(target, { recursive: true, force: true });
          summary.count('power cuts');
        }
      }
      summary.count('acknowledged changes', expectation.acknowledged);
    }
    summary.close();
  });
});
