import { describe, expect, it } from 'vitest';
import { embargoAt, isEmbargoed, localTimeIn, timeZones } from '../../../src/shared/embargo';

describe('an embargo', () => {
  it.each([
    ['2026-08-05T00:01', 'Europe/London', '2026-08-04T23:01:00.000Z'],
    ['2026-01-05T00:01', 'Europe/London', '2026-01-05T00:01:00.000Z'],
    ['2026-08-05T09:00', 'Asia/Shanghai', '2026-08-05T01:00:00.000Z'],
    ['2026-08-05T09:00', 'Asia/Kathmandu', '2026-08-05T03:15:00.000Z'],
    ['2026-08-05T09:00', 'America/New_York', '2026-08-05T13:00:00.000Z'],
    ['2026-08-05T09:00', 'UTC', '2026-08-05T09:00:00.000Z'],
    ['2026-12-31T23:30', 'Pacific/Kiritimati', '2026-12-31T09:30:00.000Z'],
  ])('until %s in %s ends at %s', (local, zone, until) => {
    expect(embargoAt(local, zone)).toEqual({ local, zone, until });
  });

  it.each([
    ['a time that the clock shows twice is the second', '2026-10-25T01:30', '2026-10-25T01:30:00Z'],
    ['… up to its last minute', '2026-10-25T01:59', '2026-10-25T01:59:00Z'],
    ['the last minute before it is once', '2026-10-25T00:59', '2026-10-24T23:59:00Z'],
    ['a time that the clock leaves out is after it', '2026-03-29T01:30', '2026-03-29T01:30:00Z'],
    ['the first minute after it is itself', '2026-03-29T02:00', '2026-03-29T01:00:00Z'],
  ])('in London, %s', (_what, local, until) => {
    expect(embargoAt(local, 'Europe/London')?.until).toBe(new Date(until).toISOString());
  });

  it('on a day that a zone never had is on the next', () => {
    // Samoa went from 29 to 31 December 2011.
    expect(embargoAt('2011-12-30T12:00', 'Pacific/Apia')?.until).toBe('2011-12-30T22:00:00.000Z');
  });

  it.each([
    ['2026-02-30T10:00', 'Europe/London'],
    ['2026-13-01T10:00', 'Europe/London'],
    ['2026-02-03T24:00', 'Europe/London'],
    ['2026-02-03T10:60', 'Europe/London'],
    ['2026-02-03', 'Europe/London'],
    ['0099-02-03T10:00', 'Europe/London'],
    ['2026-02-03T10:00', 'Europe/Nowhere'],
    ['2026-02-03T10:00', '+01:00'],
    ['2026-02-03T10:00', ''],
  ])('is none at %s in "%s"', (local, zone) => {
    expect(embargoAt(local, zone)).toBeNull();
  });

  it('ends at the instant whose clock shows its time, and never at an earlier one of them', () => {
    const random = numbers(20_261);
    const zones = timeZones();
    let shifted = 0;
    for (let round = 0; round < 3_000; round += 1) {
      const zone = zones[Math.floor(random() * zones.length)] ?? 'UTC';
      const start = Date.UTC(1995, 0, 1) + Math.floor(random() * 40 * 366 * 1_440) * 60_000;
      const local = new Date(start).toISOString().slice(0, 16);
      const embargo = embargoAt(local, zone);
      if (embargo === null) throw new Error(`no embargo at ${local} in ${zone}`);
      const shown = localTimeIn(zone, embargo.until);
      if (shown === local) {
        for (const minutes of [30, 60, 120]) {
          const later = new Date(Date.parse(embargo.until) + minutes * 60_000).toISOString();
          expect(localTimeIn(zone, later)).not.toBe(local);
        }
      } else {
        shifted += 1;
        expect(shown === null || shown > local, `${local} in ${zone}`).toBe(true);
      }
    }
    expect(shifted).toBeLessThan(30);
  });
});

describe('being embargoed', () => {
  const embargo = embargoAt('2026-08-05T00:01', 'Europe/London');
  const end = Date.parse('2026-08-04T23:01:00Z');

  it('lasts up to the instant and not longer', () => {
    expect(isEmbargoed({ status: 'filed', embargo }, end - 1)).toBe(true);
    expect(isEmbargoed({ status: 'filed', embargo }, end)).toBe(false);
  });

  it('is nothing that a draft or a withdrawn release can be', () => {
    expect(isEmbargoed({ status: 'draft', embargo }, end - 1)).toBe(false);
    expect(isEmbargoed({ status: 'withdrawn', embargo }, end - 1)).toBe(false);
    expect(isEmbargoed({ status: 'filed', embargo: null }, end - 1)).toBe(false);
  });
});

/** Numbers from 0 up to 1, the same for the same seed. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
