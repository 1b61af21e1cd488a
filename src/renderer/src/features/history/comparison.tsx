import { useTranslation } from 'react-i18next';
import type { ReleaseId } from '../../../../shared/release';
import type { ReleaseHistory } from '../../../../shared/release-history';
import { failureSentence } from '../../i18n/failure-sentence';
import { useRequest } from '../../requests';
import { Banner } from '../../ui/banner';
import { comparedRevisions, type Against } from './compared-revisions';
import { FieldDiffView } from './field-diff';

interface ComparisonProps {
  readonly releaseId: ReleaseId;
  readonly history: ReleaseHistory;
  readonly chosen: number;
  readonly against: Against;
  readonly lang: string | undefined;
}

export function Comparison({ releaseId, history, chosen, against, lang }: ComparisonProps) {
  const { t } = useTranslation();
  const compared = comparedRevisions(history, chosen, against);
  const { data, error } = useRequest(
    'release:compare',
    { id: releaseId, from: compared?.from ?? 1, to: compared?.to ?? 1 },
    { enabled: compared !== null },
  );
  if (compared === null) return <p className="dialog-text">{t('history.first')}</p>;
  if (error) {
    return error.code === 'revision-not-kept' ? (
      <Banner tone="warning">{t('history.notKept')}</Banner>
    ) : (
      <Banner tone="error">{failureSentence(error)}</Banner>
    );
  }
  if (!data) return null;
  if (data.fields.length === 0) {
    return (
      <p className="dialog-text">
        {t(compared.to === chosen ? 'history.sameAsBefore' : 'history.sameAsNow')}
      </p>
    );
  }
  return data.fields.map((field) => (
    <FieldDiffView
      key={`${compared.from} ${compared.to} ${field.field}`}
      diff={field}
      lang={lang}
    />
  ));
}
