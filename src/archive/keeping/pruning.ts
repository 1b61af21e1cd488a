/** How many backups stay. Days, weeks (ISO 8601) and months are those of UTC. */
export interface PruningRule {
  /** The last one of each of so many days that have backups; and so on. */
  readonly keepDaily: number;
  readonly keepWeekly: number;
  readonly keepMonthly: number;
}

/**
 * Which of the backups, made at these instants, stay: the newest in any case, and the last one of each
 * of the newest days, weeks and months that have any. A time without backups thus costs none.
 */
export function backupsToKeep(instants: readonly Date[], rule: PruningRule): ReadonlySet<Date> {
  const newestFirst = [...instants].sort((a, b) => b.getTime() - a.getTime());
  const kept = new Set<Date>(newestFirst.slice(0, 1));
  for (const [count, periodOf] of [
    [rule.keepDaily, dayOf],
    [rule.keepWeekly, weekOf],
    [rule.keepMonthly, monthOf],
  ] as const) {
    const periods = new Set<string>();
    for (const instant of newestFirst) {
      const period = periodOf(instant);
      if (periods.size >= count) break;
      if (periods.has(period)) continue;
      periods.add(period);
      kept.add(instant);
    }
  }
  return kept;
}

export function dayOf(instant: Date): string {
  return instant.toISOString().slice(0, 10);
}

/** The day of its Monday. */
export function weekOf(instant: Date): string {
  const sinceMonday = (instant.getUTCDay() + 6) % 7;
  return dayOf(new Date(instant.getTime() - sinceMonday * 24 * 3_600_000));
}

export function monthOf(instant: Date): string {
  return instant.toISOString().slice(0, 7);
}
