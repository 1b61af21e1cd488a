import { embargoOfText } from '../../../../shared/embargo';
import type { HistoryField } from '../../../../shared/release-history';
import { releaseLanguages, releaseStatuses } from '../../../../shared/release';
import { translate, type InterfaceLanguage, type TextKey } from '../../i18n';
import { instant, longDate } from '../../i18n/format';
import { embargoMoment } from '../embargo/embargo-words';

export const fieldNames = {
  headline: 'field.headline',
  subheadline: 'field.subheadline',
  dateline: 'field.dateline',
  byline: 'field.byline',
  publicationDate: 'field.publicationDate',
  eventDate: 'field.eventDate',
  embargo: 'field.embargo',
  language: 'field.language',
  status: 'field.status',
  inTrash: 'sidebar.places.trash',
  body: 'field.body',
  boilerplate: 'field.boilerplate',
  mediaContact: 'field.mediaContact',
  textCredit: 'field.textCredit',
  photoCredit: 'field.photoCredit',
  people: 'field.people',
  tags: 'field.tags',
  partnerIds: 'field.partners',
  photos: 'field.photos',
} as const satisfies Readonly<Record<HistoryField, TextKey>>;

/** A date or a choice as a person says it. */
export function saidValue(field: HistoryField, value: string, language: InterfaceLanguage): string {
  if (field === 'inTrash') {
    return value === ''
      ? translate('history.notInTrash')
      : translate('history.inTrash', { when: instant(value, language) });
  }
  if (value === '') return translate('history.nothing');
  if (field === 'embargo') {
    const embargo = embargoOfText(value);
    return embargo === null ? value : embargoMoment(embargo, language);
  }
  const status = releaseStatuses.find((each) => each === value);
  if (status) return translate(`release.statuses.${status}`);
  const known = releaseLanguages.find((each) => each === value);
  return known ? translate(`language.${known}`) : longDate(value, language);
}
