import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { describe, it } from 'vitest';
import { createArchive } from '../../src/archive/archive';
import { institution } from '../support/samples';
import { tempFolder } from '../support/temp-folder';
import { bundleChild } from './support/bundle-child';
import { checkArchive } from './support/check-archive';
import { Expectation, type Message } from './support/expectation';
import { quickFolder } from './support/quick-folder';
import { Random } from './support/random';
import { isLong, Summary } from './support/summary';

const kills = isLong ? 5_000 : 200;
/** After so many kills with one archive another one is begun, so that checking stays quick. */
const killsPerArchive = 20;
const chains = 2;

/** Runs the child and kills it some time after it began; hands on what it told. */
async function killOnce(
  child: string,
  folder: string,
  random: Random,
  note: (message: Message) => void,
): Promise<{ opened: boolean; failed: string }> {
  const running = spawn(process.execPath, [child, folder, String(random.below(2 ** 31))], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let opened = false;
  const kill = { sent: false };
  let errors = '';
  running.stderr.on('data', (data: Buffer) => (errors += data.toString()));
  const exited = once(running, 'close');
  for await (const line of createInterface(running.stdout)) {
    const message = JSON.parse(line) as Message | { kind: 'started' } | { kind: 'opened' };
    if (message.kind === 'started') {
      // A third falls into the opening, the rest into changes, savings and closings.
      const wait = 2 + random.next() ** 1.5 * 300;
      setTimeout(() => {
        kill.sent = true;
        running.kill('SIGKILL');
      }, wait);
    } else if (message.kind === 'opened') opened = true;
    else note(message);
  }
  await exited;
  return { opened, failed: kill.sent ? '' : `the process ended by itself: ${errors}` };
}

describe('an archive whose process is killed', () => {
  it(
    'has every acknowledged change, and no part of a change, after any kill',
    async () => {
      const child = await bundleChild('kill-child', join(await tempFolder(), 'child'));
      const summary = new Summary('kills');
      for (const name of ['kills', 'kills while opening']) summary.count(name, 0);
      const seed = Number(process.env['FAULT_SEED'] ?? Date.now() % 2 ** 31);
      let done = 0;
      const chain = async (number: number): Promise<void> => {
        const random = new Random(seed + number);
        // One on the disk, with its waits; the others find other instants.
        const parent = number === 0 ? await tempFolder() : await quickFolder();
        for (let generation = 0; done < kills && summary.isClean(); generation += 1) {
          const folder = join(parent, `archive-${number}-${generation}`);
          await (await createArchive(folder, institution)).close();
          const expectation = new Expectation();
          for (let kill = 0; kill < killsPerArchive && done < kills; kill += 1) {
            done += 1;
            const { opened, failed } = await killOnce(child, folder, random, (message) => {
              expectation.note(message);
            });
            const where = `seed ${seed}, chain ${number}, archive ${generation}, kill ${kill}`;
            summary.count('kills');
            if (!opened) summary.count('kills while opening');
            if (failed !== '') summary.find(where, failed);
            await checkArchive(folder, expectation, summary, where);
          }
          summary.count('acknowledged changes', expectation.acknowledged);
        }
      };
      await Promise.all(Array.from({ length: chains }, (_, number) => chain(number)));
      summary.close();
    },
    isLong ? 7_200_000 : 300_000,
  );
});
