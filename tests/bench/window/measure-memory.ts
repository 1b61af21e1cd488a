import { readdir, readFile } from 'node:fs/promises';
import type { AppDriver } from '../../support/app-driver';
import { atMostTimes, noTarget, type Row } from '../harness/row';
import { heapSizes } from './heap-sizes';
import { scroll } from './in-page';

const kilobytesPerMegabyte = 1024;
const words = ['research', 'student', 'agreement', 'award', 'climate', 'professor'];

interface Memory {
  /** Megabytes of the page's JavaScript heap without what V8 compiled. */
  readonly objects: number;
  /** Megabytes of what V8 compiled: it does so for many minutes, the more often something runs. */
  readonly code: number;
  /** Nodes of the page's documents, with those that scripts hold on to. */
  readonly nodes: number;
  /** Megabytes of the page's process, and of all of the program; null where the system doesn't say. */
  readonly resident: Resident | null;
}

interface Resident {
  readonly page: number;
  readonly all: number;
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
  // Everything has been shown, and caches have what they may have.
  for (let round = 0; round < 2 * words.length; round += 1) await use(app, round);
  const before = await memoryOf(app);
  const end = Date.now() + minutes * 60_000;
  let rounds = 0;
  while (Date.now() < end) {
    await use(app, rounds);
    rounds += 1;
  }
  const after = await memoryOf(app);
  const about = { name: 'window', n, unit: 'MB', samples: rounds };
  const row = (what: string, now: number, then: number, unit = 'MB'): Row => ({
    ...about,
    unit,
    case: `${what} after ${minutes} minutes of use`,
    ours: now,
    peers: { 'at their beginning': then },
    ...atMostTimes(now, 1.1, then, 'at their beginning'),
  });
  const rows = [
    row('the page’s JavaScript heap, without compiled code,', after.objects, before.objects),
    { ...row('compiled code in it', after.code, before.code), ...noTarget },
    row('the page’s nodes', after.nodes, before.nodes, 'nodes'),
  ];
  if (after.resident !== null && before.resident !== null) {
    rows.push(row('the page’s process, resident', after.resident.page, before.resident.page));
    rows.push(row('all processes, resident', after.resident.all, before.resident.all));
  }
  return rows;
}

async function memoryOf(app: AppDriver): Promise<Memory> {
  const session = await app.window.context().newCDPSession(app.window);
  for (let round = 0; round < 3; round += 1) await session.send('HeapProfiler.collectGarbage');
  const resident = await residentOf(app.electron.process().pid ?? 0);
  const { nodes } = await session.send('Memory.getDOMCounters');
  const sizes = await heapSizes(session);
  await session.detach();
  return { ...sizes, nodes, resident };
}

/** Resident megabytes of a process and those below it; Linux tells. */
async function residentOf(root: number): Promise<Resident | null> {
  if (process.platform !== 'linux') return null;
  const processes = new Map<number, { readonly parent: number; readonly megabytes: number }>();
  for (const name of await readdir('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const status = await readFile(`/proc/${name}/status`, 'utf8').catch(() => '');
    const field = (label: string): number =>
      Number(new RegExp(`^${label}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? 0);
    const megabytes = field('VmRSS') / kilobytesPerMegabyte;
    processes.set(Number(name), { parent: field('PPid'), megabytes });
  }
  const isBelow = (id: number): boolean => {
    for (let at = id; at > 1; at = processes.get(at)?.parent ?? 0) if (at === root) return true;
    return false;
  };
  let page = 0;
  let all = 0;
  for (const [id, { megabytes }] of processes) {
    if (!isBelow(id)) continue;
    all += megabytes;
    if (await isPage(id)) page += megabytes;
  }
  return { page, all };
}

async function isPage(id: number): Promise<boolean> {
  const command = await readFile(`/proc/${id}/cmdline`, 'utf8').catch(() => '');
  return command.includes('--type=renderer');
}
