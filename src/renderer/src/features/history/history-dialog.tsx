import { History, RotateCcw } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReleaseId } from '../../../../shared/release';
import type { ReleaseHistory, RevisionSummary } from '../../../../shared/release-history';
import { useCanWrite } from '../../commands/command-context';
import { request } from '../../bridge';
import { currentLanguage, translate } from '../../i18n';
import { failureSentence } from '../../i18n/failure-sentence';
import { contentLang, instant } from '../../i18n/format';
import { useRequest } from '../../requests';
import { attempt } from '../../state/attempt';
import { closeDialog } from '../../state/dialogs';
import { sayUndoable } from '../../state/undo';
import { Banner } from '../../ui/banner';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { EmptyState } from '../../ui/empty-state';
import { Segmented } from '../../ui/segmented';
import type { Against } from './compared-revisions';
import { Comparison } from './comparison';
import { RevisionList } from './revision-list';
import './history.css';

/** Every version of a release that was kept, what differs between them, and the way back. */
export function HistoryDialog({ releaseId }: { readonly releaseId: ReleaseId }) {
  const { t } = useTranslation();
  const { data, error, isFetching, isFetchedAfterMount } = useRequest('release:history', {
    id: releaseId,
  });
  // What was known of it before may be old by now; the list would move under the person's eyes.
  const history = isFetching && !isFetchedAfterMount ? undefined : data;
  if (history && history.length > 1) return <Versions releaseId={releaseId} history={history} />;
  return (
    <Dialog
      title={t('history.title')}
      onClose={closeDialog}
      footer={
        <Button variant="primary" autoFocus onPress={closeDialog}>
          {t('common.done')}
        </Button>
      }
    >
      {error && <Banner tone="error">{failureSentence(error)}</Banner>}
      {history && (
        <EmptyState icon={History} title={t('history.onlyOne')}>
          {t('history.onlyOneText')}
        </EmptyState>
      )}
    </Dialog>
  );
}

async function restore(id: ReleaseId, chosen: RevisionSummary, basedOn: number): Promise<void> {
  const { revision, at } = chosen;
  const restored = await attempt(() =>
    request('release:restore-revision', { id, revision, basedOn }),
  );
  if (!restored) return;
  closeDialog();
  await sayUndoable(
    at === null
      ? translate('toast.versionRestored')
      : translate('toast.versionOfRestored', { when: instant(at, currentLanguage()) }),
  );
}

interface VersionsProps {
  readonly releaseId: ReleaseId;
  readonly history: ReleaseHistory;
}

function Versions({ releaseId, history }: VersionsProps) {
  const { t } = useTranslation();
  const canWrite = useCanWrite();
  const { data: details } = useRequest('release:read', { id: releaseId });
  // What it said before is what somebody comes for.
  const [picked, setPicked] = useState(history[1]?.revision);
  const [preferred, setAgainst] = useState<Against>('newest');
  const chosen = history.find(({ revision }) => revision === picked) ?? history[1] ?? history[0];
  const [newest] = history;
  const isNewest = chosen === newest;
  const against = isNewest ? 'before' : preferred;
  const { data: sinceThen } = useRequest(
    'release:compare',
    { id: releaseId, from: chosen?.revision ?? 1, to: newest?.revision ?? 1 },
    { enabled: !isNewest && chosen?.isWhole === true },
  );
  if (!chosen || !newest) return null;
  // Restoring brings back what a release says; where it lies stays as it is.
  const brings = sinceThen?.fields.some(({ field }) => field !== 'inTrash') ?? false;
  const lang = details && contentLang(details.release.language);
  const canRestore = canWrite && !isNewest && chosen.isWhole && brings;
  return (
    <Dialog
      title={t('history.titleOf', { headline: newest.headline || t('release.untitled') })}
      size="wide"
      isFilled
      onClose={closeDialog}
      footer={
        <>
          <p className="history-note">
            {t(isNewest || brings || !sinceThen ? 'history.note' : 'history.sameAsNow')}
          </p>
          <Button onPress={closeDialog}>{t('common.close')}</Button>
          <Button
            variant="primary"
            icon={RotateCcw}
            isDisabled={!canRestore}
            onPress={() => void restore(releaseId, chosen, newest.revision)}
          >
            {t('history.restore')}
          </Button>
        </>
      }
    >
      <RevisionList history={history} chosen={chosen.revision} lang={lang} onChoose={setPicked} />
      <div className="comparison">
        <div className="comparison-head">
          <Segmented
            label={t('history.against')}
            value={against}
            isDisabled={isNewest}
            choices={[
              { value: 'newest', label: t('history.againstNewest') },
              { value: 'before', label: t('history.againstBefore') },
            ]}
            onChange={setAgainst}
          />
          <p className="comparison-key" aria-hidden>
            <del className="piece-removed">{t('history.removed')}</del>
            <ins className="piece-added">{t('history.added')}</ins>
          </p>
        </div>
        <div
          key={`${chosen.revision} ${against}`}
          className="comparison-scroll selectable"
          role="region"
          aria-label={t('history.differences')}
          tabIndex={0}
        >
          <Comparison
            releaseId={releaseId}
            history={history}
            chosen={chosen.revision}
            against={against}
            lang={lang}
          />
        </div>
      </div>
    </Dialog>
  );
}
