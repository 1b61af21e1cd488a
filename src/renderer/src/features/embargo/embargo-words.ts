import { localTimeIn, systemTimeZone, type Embargo } from '../../../../shared/embargo';
import { translate, type InterfaceLanguage } from '../../i18n';
import { wallClock } from '../../i18n/format';

/** "5 Aug 2026, 00:01 (Europe/London)" */
export function embargoMoment({ local, zone }: Embargo, language: InterfaceLanguage): string {
  return translate('embargo.moment', {
    when: wallClock(local, language),
    zone: zoneLabel(zone),
    lng: language,
  });
}

/** "5 Aug 2026, 07:01 by this computer’s clock"; null where that is what the embargo itself says. */
export function embargoHere({ local, until }: Embargo, language: InterfaceLanguage): string | null {
  const here = localTimeIn(systemTimeZone(), until);
  if (here === null || here === local) return null;
  return translate('embargo.here', { when: wallClock(here, language), lng: language });
}

/** A zone's name as people read it: "America/New York". */
export function zoneLabel(zone: string): string {
  return zone.replaceAll('_', ' ');
}
