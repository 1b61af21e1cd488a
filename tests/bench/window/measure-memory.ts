import { readdir, readFile } from 'node:fs/promises';
import type { AppDriver } from '../../support/app-driver';
import { atMostTimes, type Row } from '../harness/row';
import { scroll } from './in-page';

const megabyte = 1024 * 1024;
const kilobytesPerMegabyte = 1024;
const words = ['research', 'student', 'agreement', 'award', 'climate', 'professor'];

interface Memory {
  readonly heap: number;
  /** Nodes of the page's documents, with those that scripts hold on to. */
  readonly nodes: number;
  /** Of all processes of the program; null where the system doesn't say. */
  readonly resident: number | null;
}

/** One round of what a person does: searching, scrolling, reading, another look of the list. */
async function use(app: AppDriver, round: number): Promise<void> {
  const word = words[round % words.length] ?? 'research';
  await app.press(String(1 + (round % 4)));
  await app.search(word);
  await scroll(app.window, 'list', 900, 60);
  await app.rows.nth(2).click();
  await app.search('');
  await scroll(app.window, 'list', 4_000, 60);
  await app.rows.nth(3).click();
  await app.window.keyboard.press('PageDown');
}

export async function measureMemory(
  app: AppDriver,
  n: number,
  minutes: number,
): Promise<readonly Row[]> {
  // Everything has been shown, caches have what they may have, and V8 has compiled what is used often:
  // what it compiles counts as heap, and is all that grows in the first two minutes.
  for (let round = 0; round < 6 * words.length; round += 1) await use(app, round);
  const before = await memoryOf(app);
  const end = Date.now() + minutes * 60_000;
  let rounds = 0;
  while (Date.now() < end) {
    await use(app, rounds);
    rounds += 1;
  }
  const after = await memoryOf(app);
  const row = (what: string, now: number, then: number, unit = 'MB'): Row => ({
    name: 'window',
    case: `${what} after ${minutes} minutes of use`,
    n,
    unit,
    ours: now,
    peers: { 'at their beginning': then },
    ...atMostTimes(now, 1.1, then, 'at their beginning'),
    samples: rounds,
  });
  const rows = [
    row('the page’s JavaScript heap', after.heap, before.heap),
    row('the page’s nodes', after.nodes, before.nodes, 'nodes'),
  ];
  if (after.resident !== null && before.resident !== null) {
    rows.push(row('all processes, resident', after.resident, before.resident));
  }
  return rows;
}

async function memoryOf(app: AppDriver): Promise<Memory> {
  const session = await app.window.context().newCDPSession(app.window);
  for (let round = 0; round < 3; round += 1) await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  const { nodes } = await session.send('Memory.getDOMCounters');
  await session.detach();
  return {
    heap: usedSize / megabyte,
    nodes,
    resident: await residentOf(app.electron.process().pid ?? 0),
  };
}

/** Resident megabytes of a process and those below it; Linux tells. */
async function residentOf(root: number): Promise<number | null> {
  if (process.platform !== 'linux') return null;
  const processes = new Map<number, { readonly parent: number; readonly kilobytes: number }>();
  for (const name of await readdir('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const status = await readFile(`/proc/${name}/status`, 'utf8').catch(() => '');
    const field = (label: string): number =>
      Number(new RegExp(`^${label}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? 0);
    processes.set(Number(name), { parent: field('PPid'), kilobytes: field('VmRSS') });
  }
  const isBelow = (id: number): boolean => {
    for (let at = id; at > 1; at = processes.get(at)?.parent ?? 0) if (at === root) return true;
    return false;
  };
  let kilobytes = 0;
  for (const [id, each] of processes) if (isBelow(id)) kilobytes += each.kilobytes;
  return kilobytes / kilobytesPerMegabyte;
}
