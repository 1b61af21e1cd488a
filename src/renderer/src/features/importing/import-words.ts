import type { ImportProgress } from '../../../../shared/importing';
import { currentLanguage, translate } from '../../i18n';
import { count } from '../../i18n/format';
import { paceOf, remainingUnits, type PaceSample } from './pace';

/** "120 of 3,000 files". */
export function doneWords({ files, filesDone }: ImportProgress): string {
  const language = currentLanguage();
  return translate('importing.doneOf', {
    count: files,
    done: count(filesDone, language),
    total: count(files, language),
  });
}

/** "about 3 minutes left", or '' while nobody can know. */
export function remainingWords(samples: readonly PaceSample[]): string {
  const remainingMs = paceOf(samples)?.remainingMs ?? null;
  if (remainingMs === null) return '';
  const { unit, count: number } = remainingUnits(remainingMs);
  return translate(`importing.remaining.${unit}`, { count: number });
}

/** "12 a second", or '' while nobody can know. */
export function rateWords(samples: readonly PaceSample[]): string {
  const pace = paceOf(samples);
  if (pace === null || pace.perSecond < 0.1) return '';
  const rounded =
    pace.perSecond < 10 ? Math.round(pace.perSecond * 10) / 10 : Math.round(pace.perSecond);
  return translate('importing.perSecond', { number: count(rounded, currentLanguage()) });
}
