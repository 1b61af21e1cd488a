import { Clock } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Embargo } from '../../../../shared/embargo';
import type { Release } from '../../../../shared/release';
import { useInterfaceLanguage } from '../../i18n';
import { embargoHere, embargoMoment } from './embargo-words';
import { useIsAhead } from './use-is-ahead';
import './embargo.css';

/** Above a release that must not be published yet: until when, there and here. */
export function EmbargoNote({ release }: { readonly release: Release }) {
  const { embargo, status } = release;
  if (embargo === null || status === 'withdrawn') return null;
  return <EmbargoNotice embargo={embargo} />;
}

interface EmbargoNoticeProps {
  readonly embargo: Embargo;
  /** What it is that must not be published. */
  readonly children?: ReactNode;
}

/** Says an embargo as long as it is in force. */
export function EmbargoNotice({ embargo, children }: EmbargoNoticeProps) {
  const { t } = useTranslation();
  const language = useInterfaceLanguage();
  const isAhead = useIsAhead(embargo.until);
  if (!isAhead) return null;
  const here = embargoHere(embargo, language);
  return (
    <div className="embargo-note" role="note" data-content="label">
      <Clock size={17} aria-hidden />
      <p>
        <strong>{t('embargo.until', { when: embargoMoment(embargo, language) })}</strong>
        {here !== null && <span className="embargo-here">{here}</span>}
        {children && <span className="embargo-here">{children}</span>}
      </p>
    </div>
  );
}
