import { Clock } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Release } from '../../../../shared/release';
import { useInterfaceLanguage } from '../../i18n';
import { embargoHere, embargoMoment } from './embargo-words';
import { useIsAhead } from './use-is-ahead';
import './embargo.css';

/** Above a release that must not be published yet: until when, there and here. */
export function EmbargoNote({ release }: { readonly release: Release }) {
  const { t } = useTranslation();
  const language = useInterfaceLanguage();
  const { embargo, status } = release;
  const isAhead = useIsAhead(embargo?.until ?? null);
  if (embargo === null || !isAhead || status === 'withdrawn') return null;
  const here = embargoHere(embargo, language);
  return (
    <div className="embargo-note" role="note" data-content="label">
      <Clock size={17} aria-hidden />
      <p>
        <strong>{t('embargo.until', { when: embargoMoment(embargo, language) })}</strong>
        {here !== null && <span className="embargo-here">{here}</span>}
      </p>
    </div>
  );
}
