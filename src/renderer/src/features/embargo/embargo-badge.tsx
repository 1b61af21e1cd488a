import { Clock } from 'lucide-react';
import type { Embargo } from '../../../../shared/embargo';
import type { ReleaseSummary } from '../../../../shared/release';
import { currentLanguage, translate } from '../../i18n';
import { embargoMoment } from './embargo-words';
import { useIsAhead } from './use-is-ahead';

/** What a release isn't, in a row of a list: filed, and free to be published. */
export function StatusBadge({ release }: { readonly release: ReleaseSummary }) {
  const { status, embargo } = release;
  if (status !== 'filed') {
    return (
      <span className={`badge badge-${status}`}>{translate(`release.statuses.${status}`)}</span>
    );
  }
  // Few have one, so only they pay for a clock.
  return embargo === null ? null : <EmbargoBadge embargo={embargo} />;
}

function EmbargoBadge({ embargo }: { readonly embargo: Embargo }) {
  const isAhead = useIsAhead(embargo.until);
  if (!isAhead) return null;
  const until = translate('embargo.until', { when: embargoMoment(embargo, currentLanguage()) });
  return (
    <span className="badge badge-embargoed" title={until}>
      <Clock size={10} strokeWidth={2.4} aria-hidden />
      <span aria-hidden>{translate('release.statuses.embargoed')}</span>
      <span className="visually-hidden">{until}</span>
    </span>
  );
}
