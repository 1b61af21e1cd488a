import { isTimeZone, timeZones } from './embargo';

/** What a text calls a zone, and what that says. */
export interface NamedZone {
  /** IANA name; null where the name alone could mean several zones. */
  readonly zone: string | null;
  /** Hours ahead of UTC that the name stands for; null where it means whatever the clock there shows. */
  readonly offset: number | null;
}

const named = (zone: string | null, offset: number | null = null): NamedZone => ({ zone, offset });

/**
 * Abbreviations as press releases use them, in capitals. A name for winter or summer time stands for its
 * offset: where the zone's clock shows another one on the day in question, the text contradicts itself.
 * Several zones share some of these names; where press releases mean one of them in practice it is taken
 * (BST is Britain, not Bangladesh), and where they don't, none is (CST is China's as well as Chicago's).
 */
const abbreviations: Readonly<Record<string, NamedZone>> = {
  UTC: named('UTC'),
  Z: named('UTC'),
  GMT: named('UTC'),
  BST: named('Europe/London', 1),
  WET: named('Europe/Lisbon', 0),
  WEST: named('Europe/Lisbon', 1),
  CET: named('Europe/Berlin', 1),
  CEST: named('Europe/Berlin', 2),
  MEZ: named('Europe/Berlin', 1),
  MESZ: named('Europe/Berlin', 2),
  EET: named('Europe/Athens', 2),
  EEST: named('Europe/Athens', 3),
  MSK: named('Europe/Moscow', 3),
  SAST: named('Africa/Johannesburg', 2),
  EST: named('America/New_York', -5),
  EDT: named('America/New_York', -4),
  ET: named('America/New_York'),
  CDT: named('America/Chicago', -5),
  CT: named('America/Chicago'),
  MST: named('America/Denver', -7),
  MDT: named('America/Denver', -6),
  PST: named('America/Los_Angeles', -8),
  PDT: named('America/Los_Angeles', -7),
  PT: named('America/Los_Angeles'),
  HKT: named('Asia/Hong_Kong', 8),
  SGT: named('Asia/Singapore', 8),
  JST: named('Asia/Tokyo', 9),
  KST: named('Asia/Seoul', 9),
  AWST: named('Australia/Perth', 8),
  AEST: named('Australia/Sydney', 10),
  AEDT: named('Australia/Sydney', 11),
  NZST: named('Pacific/Auckland', 12),
  NZDT: named('Pacific/Auckland', 13),
  CST: named(null),
  IST: named(null),
  AST: named(null),
  MT: named(null),
};

/** Places as they stand before "time" or 时间, which no zone is named after. */
const places: Readonly<Record<string, string>> = {
  beijing: 'Asia/Shanghai',
  china: 'Asia/Shanghai',
  shenzhen: 'Asia/Shanghai',
  uk: 'Europe/London',
  british: 'Europe/London',
  geneva: 'Europe/Zurich',
  swiss: 'Europe/Zurich',
  washington: 'America/New_York',
  boston: 'America/New_York',
  'us eastern': 'America/New_York',
  eastern: 'America/New_York',
  central: 'America/Chicago',
  'us central': 'America/Chicago',
  pacific: 'America/Los_Angeles',
  'us pacific': 'America/Los_Angeles',
  'san francisco': 'America/Los_Angeles',
  delhi: 'Asia/Kolkata',
  'central european': 'Europe/Berlin',
  北京: 'Asia/Shanghai',
  中国: 'Asia/Shanghai',
  香港: 'Asia/Hong_Kong',
  澳门: 'Asia/Macau',
  台北: 'Asia/Taipei',
  新加坡: 'Asia/Singapore',
  东京: 'Asia/Tokyo',
  首尔: 'Asia/Seoul',
  伦敦: 'Europe/London',
  英国: 'Europe/London',
  格林尼治: 'UTC',
  格林威治: 'UTC',
  协调世界: 'UTC',
  世界: 'UTC',
  巴黎: 'Europe/Paris',
  柏林: 'Europe/Berlin',
  日内瓦: 'Europe/Zurich',
  莫斯科: 'Europe/Moscow',
  纽约: 'America/New_York',
  华盛顿: 'America/New_York',
  美东: 'America/New_York',
  美国东部: 'America/New_York',
  洛杉矶: 'America/Los_Angeles',
  悉尼: 'Australia/Sydney',
};

let cities: ReadonlyMap<string, string> | null = null;

/** "london" -> "Europe/London": the zones under the cities that they are named after. */
function cityZones(): ReadonlyMap<string, string> {
  cities ??= new Map(
    timeZones(['Asia/Kolkata', 'Europe/Kyiv', 'Asia/Ho_Chi_Minh'])
      .filter((zone) => zone.includes('/') && !zone.startsWith('Etc/'))
      .map((zone) => [(zone.split('/').at(-1) ?? '').replaceAll('_', ' ').toLowerCase(), zone]),
  );
  return cities;
}

/** What "CET", "UTC+8" or "Z" says of a zone; null where it names none. */
export function zoneAbbreviated(text: string): NamedZone | null {
  const name = text.toUpperCase();
  const offset = /^(?:UTC|GMT)\s?([+\-−–])\s?(\d{1,2})(?::?00)?$/.exec(name);
  if (offset === null)
    return Object.hasOwn(abbreviations, name) ? (abbreviations[name] ?? null) : null;
  // The names of these zones count the other way round: "Etc/GMT-8" is eight hours ahead.
  const zone = `Etc/GMT${offset[1] === '+' ? '-' : '+'}${Number(offset[2])}`;
  return named(isTimeZone(zone) ? zone : null);
}

/** The zone of "London" in "London time", of 北京 in 北京时间; null where no such place is known. */
export function zoneOfPlace(place: string): string | null {
  const name = place.trim().toLowerCase();
  return (Object.hasOwn(places, name) ? places[name] : cityZones().get(name)) ?? null;
}

/** Other words by which people look for a zone: "CET", "北京". */
export function wordsForZone(zone: string): readonly string[] {
  const short = Object.entries(abbreviations).filter(([, each]) => each.zone === zone);
  const long = Object.entries(places).filter(([, each]) => each === zone);
  return [...short, ...long].map(([word]) => word);
}
