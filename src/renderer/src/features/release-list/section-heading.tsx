import { currentLanguage, translate } from '../../i18n';
import { count as formatCount, longMonth, yearName } from '../../i18n/format';
import type { SectionHeading } from './list-shape';

/** What a section is called; null for one without a name. */
export function periodName(period: string | null): string | null {
  const language = currentLanguage();
  if (period === null) return null;
  if (period === 'undated') return translate('release.undated');
  return period.includes('-') ? longMonth(period, language) : yearName(period, language);
}

/** What stands above the releases of a section; the name of its month stays while they are scrolled. */
export function Heading({ heading }: { readonly heading: SectionHeading }) {
  const language = currentLanguage();
  const { isDivider, newYear, period, count } = heading;
  return (
    <>
      {isDivider && (
        <p className="list-divider" role="presentation">
          {translate('list.someWords')}
        </p>
      )}
      {newYear !== null && (
        <p className="list-year" role="presentation">
          {yearName(newYear, language)}
        </p>
      )}
      {period !== null && (
        <p className="list-month" role="presentation">
          <span>{periodName(period)}</span>
          <span className="list-month-count">{formatCount(count, language)}</span>
        </p>
      )}
    </>
  );
}
