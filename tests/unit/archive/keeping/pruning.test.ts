import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  backupsToKeep,
  dayOf,
  monthOf,
  weekOf,
  type PruningRule,
} from '../../../../src/archive/keeping/pruning';

const rule: PruningRule = { keepDaily: 7, keepWeekly: 4, keepMonthly: 12 };
const everyHour = (hours: number): Date[] =>
  Array.from({ length: hours }, (_, hour) => new Date(Date.UTC(2024, 0, 1, hour)));
const namesOf = (instants: Iterable<Date>): string[] =>
  [...instants].map((instant) => instant.toISOString().slice(0, 13)).sort();

const instants = fc.array(
  fc.date({ min: new Date('2019-01-01'), max: new Date('2027-01-01'), noInvalidDate: true }),
  { maxLength: 200 },
);
const rules = fc.record({
  keepDaily: fc.nat(10),
  keepWeekly: fc.nat(6),
  keepMonthly: fc.nat(14),
});

describe('the rolling rule', () => {
  it('keeps the last backup of each of the last days, weeks and months', () => {
    const kept = backupsToKeep(everyHour(24 * 75), rule);
    expect(namesOf(kept)).toEqual([
      '2024-01-31T23',
      '2024-02-25T23',
      '2024-02-29T23',
      '2024-03-03T23',
      '2024-03-09T23',
      '2024-03-10T23',
      '2024-03-11T23',
      '2024-03-12T23',
      '2024-03-13T23',
      '2024-03-14T23',
      '2024-03-15T23',
    ]);
  });

  it('loses nothing to a time in which no backups were made', () => {
    const old = [new Date('2020-05-01'), new Date('2020-05-02')];
    expect(backupsToKeep([...old, new Date('2026-05-01')], rule).size).toBe(3);
  });

  it('always keeps the newest, and no more than the rule says', () => {
    fc.assert(
      fc.property(instants, rules, (made, any) => {
        const kept = backupsToKeep(made, any);
        const newest = Math.max(...made.map(Number));
        if (made.length > 0) expect([...kept].map(Number)).toContain(newest);
        expect(kept.size).toBeLessThanOrEqual(
          Math.max(1, any.keepDaily + any.keepWeekly + any.keepMonthly),
        );
      }),
    );
  });

  it('never removes the last of a day, week or month that the rule covers', () => {
    fc.assert(
      fc.property(instants, rules, (made, any) => {
        const kept = new Set([...backupsToKeep(made, any)].map(Number));
        for (const [count, periodOf] of [
          [any.keepDaily, dayOf],
          [any.keepWeekly, weekOf],
          [any.keepMonthly, monthOf],
        ] as const) {
          const lastOf = new Map<string, number>();
          for (const instant of [...made].sort((a, b) => Number(a) - Number(b))) {
            lastOf.set(periodOf(instant), Number(instant));
          }
          const covered = [...lastOf.values()].sort((a, b) => b - a).slice(0, count);
          for (const last of covered) expect(kept).toContain(last);
        }
      }),
    );
  });

  it('keeps what it kept before when it is asked again', () => {
    fc.assert(
      fc.property(instants, rules, (made, any) => {
        const kept = backupsToKeep(made, any);
        expect(namesOf(backupsToKeep([...kept], any))).toEqual(namesOf(kept));
      }),
    );
  });
});
