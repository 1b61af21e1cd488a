import type { BackupSettings } from '../../shared/archive-settings';

/**
 * The instant from which on a backup is due: the beginning of the first day, or the seventh, after the
 * day of the last one, as this computer counts days. So somebody who comes at nine has today's at nine,
 * and not a few minutes later each day. null: never.
 */
export function dueAt(last: Date | null, every: BackupSettings['every'], now: Date): Date | null {
  if (every === 'never') return null;
  // A clock that was wrong once must not stop backups until it is right again.
  if (last === null || last > now) return now;
  const days = every === 'day' ? 1 : 7;
  return new Date(last.getFullYear(), last.getMonth(), last.getDate() + days);
}
