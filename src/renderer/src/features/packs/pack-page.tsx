import { FolderX, PanelLeft, Share, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PackId, PressPack } from '../../../../shared/press-pack';
import { useCanWrite } from '../../commands/command-context';
import { request } from '../../bridge';
import { translate } from '../../i18n';
import { failureSentence } from '../../i18n/failure-sentence';
import { useRequest } from '../../requests';
import { askPerson } from '../../state/questions';
import { attempt } from '../../state/release-actions';
import { sayUndoable } from '../../state/undo';
import { showReleases, toggleSidebar, useWorkspace } from '../../state/workspace';
import { Banner } from '../../ui/banner';
import { Button, IconButton } from '../../ui/button';
import { EmptyState } from '../../ui/empty-state';
import { mayHandOut } from '../embargo/hand-out';
import { ExportDialog } from './export-dialog';
import { PackSheet } from './pack-sheet';
import { usePackDraft } from './use-pack-draft';
import './packs.css';

export function PackPage({ packId }: { readonly packId: PackId }) {
  const { t } = useTranslation();
  const { data: packs } = useRequest('pack:list', null);
  if (!packs) return null;
  const pack = packs.find((other) => other.id === packId);
  if (!pack) {
    return (
      <EmptyState
        icon={FolderX}
        title={t('pack.gone')}
        action={<Button onPress={showReleases}>{t('pack.backToReleases')}</Button>}
      />
    );
  }
  return <OpenPack pack={pack} />;
}

async function deletePack(pack: PressPack): Promise<void> {
  const answer = await askPerson({
    title: translate('pack.deleteTitle', { title: pack.title }),
    text: translate('pack.deleteText'),
    answers: [
      { id: 'keep', label: translate('common.cancel') },
      { id: 'delete', label: translate('pack.delete'), variant: 'danger' },
    ],
    escape: 'keep',
  });
  if (answer !== 'delete') return;
  if (!(await attempt(() => request('pack:delete', { id: pack.id })))) return;
  showReleases();
  await sayUndoable(
    translate('toast.packDeleted', { title: pack.title || translate('pack.untitled') }),
  );
}

function OpenPack({ pack }: { readonly pack: PressPack }) {
  const { t } = useTranslation();
  const isSidebarShown = useWorkspace((state) => state.isSidebarShown);
  const draft = usePackDraft(pack);
  const [isExporting, setExporting] = useState(false);
  const canWrite = useCanWrite();

  const startExport = async (): Promise<void> => {
    await draft.flush();
    const ids = draft.content.items.map(({ releaseId }) => releaseId);
    if (await attempt(() => mayHandOut('export', ids))) setExporting(true);
  };

  return (
    <>
      <h1 className="visually-hidden">{draft.content.title || t('pack.untitled')}</h1>
      <div className="bar reader-bar" role="toolbar" aria-label={t('pack.toolbar')}>
        {!isSidebarShown && (
          <IconButton
            icon={PanelLeft}
            label={t('command.toggleSidebar')}
            onPress={() => {
              toggleSidebar(true);
            }}
          />
        )}
        <span className="spring" />
        <span className="pack-state" role="status">
          {draft.error ? t('pack.notSaved') : ''}
        </span>
        <Button
          variant="quiet"
          icon={Trash2}
          isDisabled={!canWrite}
          onPress={() => void deletePack(pack)}
        >
          {t('pack.delete')}
        </Button>
        <Button
          variant="primary"
          icon={Share}
          isDisabled={draft.content.items.length === 0}
          onPress={() => void startExport()}
        >
          {t('pack.export')}
        </Button>
      </div>
      {draft.error && <Banner tone="error">{failureSentence(draft.error)}</Banner>}
      <PackSheet canWrite={canWrite} pack={pack} content={draft.content} onChange={draft.change} />
      {isExporting && (
        <ExportDialog
          packId={pack.id}
          onClose={() => {
            setExporting(false);
          }}
        />
      )}
    </>
  );
}
