import { execFileSync } from 'node:child_process';
import { readFileSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';

/** What can be known of a process of this computer whose id is in use. */
export interface ProcessLife {
  /** It was killed or has ended, and only its parent wasn't told yet: it does nothing any more. */
  readonly hasEnded: boolean;
  /**
   * Tells it from another process that gets its id later; null where that can't be known. Its first word
   * says who counted, and whose process ids are meant: those of different ones can't be compared.
   */
  readonly started: string | null;
}

const unknown: ProcessLife = { hasEnded: false, started: null };

/** Of a process about which nothing can be learned it answers that it runs. */
export function lifeOf(processId: number, procFolder = '/proc'): ProcessLife {
  // Windows has no such half-dead processes, and says nothing of their start without a long search.
  if (process.platform === 'win32') return unknown;
  return lifeOfProc(processId, procFolder) ?? lifeOfPs(processId) ?? unknown;
}

/** proc_pid_stat(5). A start is counted in ticks since the system was booted: the boot belongs to it. */
function lifeOfProc(processId: number, procFolder: string): ProcessLife | null {
  try {
    const stat = readFileSync(join(procFolder, String(processId), 'stat'), 'utf8');
    const ids = readlinkSync(join(procFolder, 'self/ns/pid'));
    const boot = readFileSync(join(procFolder, 'sys/kernel/random/boot_id'), 'utf8').trim();
    // The name of the program stands in brackets, and may hold some.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const [state = ''] = fields;
    const threads = Number(fields[17]);
    const start = fields[19];
    if (start === undefined) return null;
    // Killed with a thread that still waits for the disk, it may still write.
    const hasEnded = /^[ZXx]$/.test(state) && threads <= 1;
    return { hasEnded, started: `${ids} ${boot} ${start}` };
  } catch {
    return null;
  }
}

/** A Mac has no /proc. */
function lifeOfPs(processId: number): ProcessLife | null {
  try {
    const told = execFileSync('ps', ['-o', 'state=', '-o', 'lstart=', '-p', String(processId)], {
      encoding: 'utf8',
      env: { PATH: '/bin:/usr/bin', LC_ALL: 'C', TZ: 'UTC' },
      stdio: ['ignore', 'pipe', 'ignore'],
      timeout: 2_000,
    });
    const [, state = '', started] = /^\s*(\S+)\s+(\S.*\S)\s*$/.exec(told) ?? [];
    return started === undefined
      ? null
      : { hasEnded: state.startsWith('Z'), started: `ps ${started}` };
  } catch {
    return null;
  }
}

/** Whether both are known, and of two processes. */
export function areDifferent(one: string | null, other: string | null): boolean {
  if (one === null || other === null || one === other) return false;
  return one.split(' ', 1)[0] === other.split(' ', 1)[0];
}
