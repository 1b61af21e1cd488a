/** Until when a release must not be published, as whoever set it said it. */
export interface Embargo {
  /** The clock of the place, `YYYY-MM-DDTHH:mm`. */
  readonly local: string;
  /** The clock of which place: a name of the IANA time zone database, "Europe/London". */
  readonly zone: string;
  /** The same moment as an ISO 8601 instant in UTC; always worked out from the two above. */
  readonly until: string;
}

const minute = 60_000;
const day = 24 * 60 * minute;
const localTime = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})$/;
/** No offsets ("+01:00"): they don't say what a clock shows when summer time ends. */
const zoneName = /^[A-Za-z][\w+-]*(?:\/[\w+-]+)*$/;

const clocks = new Map<string, Intl.DateTimeFormat | null>();

/** What shows the clock of a zone; null where there is no such zone. */
function clockOf(zone: string): Intl.DateTimeFormat | null {
  const known = clocks.get(zone);
  if (known !== undefined) return known;
  const made = makeClock(zone);
  clocks.set(zone, made);
  return made;
}

function makeClock(timeZone: string): Intl.DateTimeFormat | null {
  if (!zoneName.test(timeZone)) return null;
  try {
    return new Intl.DateTimeFormat('en-GB', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  } catch {
    return null;
  }
}

/** How far a zone's clock is ahead of UTC at an instant, in milliseconds. */
function offsetAt(clock: Intl.DateTimeFormat, instant: number): number {
  const shown: Partial<Record<Intl.DateTimeFormatPartTypes, number>> = {};
  for (const { type, value } of clock.formatToParts(instant)) shown[type] = Number(value);
  const { year = 0, month = 1, day: date = 1, hour = 0, minute: minutes = 0, second = 0 } = shown;
  return Date.UTC(year, month - 1, date, hour, minutes, second) - Math.floor(instant / 1000) * 1000;
}

/** The reading of a clock as if it were UTC; null where no calendar has it, or no clock. */
function readingOf(local: string): number | null {
  const match = localTime.exec(local);
  if (match === null) return null;
  const [year = 0, month = 0, date = 0, hour = 0, minutes = 0] = match.slice(1).map(Number);
  // Zones before railways, and years that a clock writes with fewer digits, are nobody's embargo.
  if (year < 1900 || hour > 23 || minutes > 59) return null;
  const reading = Date.UTC(year, month - 1, date, hour, minutes);
  return new Date(reading).toISOString().startsWith(local.slice(0, 10)) ? reading : null;
}

export function isTimeZone(zone: string): boolean {
  return clockOf(zone) !== null;
}

/**
 * The embargo that ends when the clock of a zone shows a time; null where there is no such zone, day or
 * time. What a clock shows twice when summer time ends means the second time, and what it leaves out when
 * summer time begins means as much after the change as was missing (RFC 5545 §3.3.5; 'later' in
 * ECMAScript's Temporal): an embargo that ends an hour late breaks no word, one that ends early does.
 */
export function embargoAt(local: string, zone: string): Embargo | null {
  const clock = clockOf(zone);
  const reading = readingOf(local);
  if (clock === null || reading === null) return null;
  const instants = [reading - day, reading, reading + day].map(
    (near) => reading - offsetAt(clock, near),
  );
  const shown = instants.filter((instant) => instant + offsetAt(clock, instant) === reading);
  const until = Math.max(...(shown.length > 0 ? shown : instants));
  return { local, zone, until: new Date(until).toISOString() };
}

interface Held {
  readonly status: string;
  readonly embargo: Embargo | null;
}

/** Whether a release is done and may not be published yet: a fact of the clock, kept nowhere. */
export function isEmbargoed(release: Held, now: number): boolean {
  return release.status === 'filed' && isAhead(release, now);
}

/** Whether the end of an embargo lies ahead, whatever the release's status. */
export function isAhead({ embargo }: Pick<Held, 'embargo'>, now: number): boolean {
  return embargo !== null && Date.parse(embargo.until) > now;
}

/** Of the embargoes that somebody has to keep at `now`, the one that ends last; null where there is none. */
export function lastEmbargo(
  releases: Iterable<Pick<Held, 'embargo'>>,
  now: number,
): Embargo | null {
  let last: Embargo | null = null;
  for (const release of releases) {
    const { embargo } = release;
    if (embargo === null || !isAhead(release, now)) continue;
    if (last === null || embargo.until > last.until) last = embargo;
  }
  return last;
}

/** Names of time zones, for choosing one; with `also`, which may be an old name or new to this system. */
export function timeZones(also: readonly string[] = []): readonly string[] {
  const names = new Set(['UTC', ...Intl.supportedValuesOf('timeZone'), ...also]);
  return [...names].filter(isTimeZone).sort();
}

/** The zone of this computer's own clock. */
export function systemTimeZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** `YYYY-MM-DDTHH:mm` on a zone's clock at an instant; null where there is no such zone. */
export function localTimeIn(zone: string, instant: string): string | null {
  const clock = clockOf(zone);
  if (clock === null) return null;
  const at = Date.parse(instant);
  return new Date(at + offsetAt(clock, at)).toISOString().slice(0, 16);
}

/** "2026-08-05 00:01 Europe/London (2026-08-04 23:01 UTC)": the clock of the place, its zone, and UTC. */
export function embargoText({ local, zone, until }: Embargo): string {
  const utc = `${until.slice(0, 16).replace('T', ' ')} UTC`;
  const there = `${local.replace('T', ' ')} ${zone}`;
  return there === utc ? there : `${there} (${utc})`;
}

/** The embargo of a text that `embargoText` made; null for any other. */
export function embargoOfText(text: string): Embargo | null {
  const [, date = '', time = '', zone = ''] = /^(\S+) (\S+) (\S+)/.exec(text) ?? [];
  return embargoAt(`${date}T${time}`, zone);
}
