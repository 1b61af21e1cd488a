import { FolderClosed } from 'lucide-react';
import { useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Button as AriaButton } from 'react-aria-components';
import type { ReleaseId } from '../../../../shared/release';
import { useRequest } from '../../requests';
import { closeDialog } from '../../state/dialogs';
import { addToPack, createPack } from '../../state/release-actions';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { Field } from '../../ui/field';
import './packs.css';

interface AddToPackDialogProps {
  readonly releaseIds: readonly ReleaseId[];
}

export function AddToPackDialog({ releaseIds }: AddToPackDialogProps) {
  const { t } = useTranslation();
  const { data: packs = [] } = useRequest('pack:list', null);
  const [title, setTitle] = useState('');
  const create = (event: SyntheticEvent): void => {
    event.preventDefault();
    closeDialog();
    void createPack(title.trim() || t('pack.untitled'), releaseIds);
  };
  return (
    <Dialog
      title={t('pack.addTitle', { count: releaseIds.length })}
      size="small"
      onClose={closeDialog}
    >
      {packs.length > 0 && (
        <ul className="pack-choices">
          {packs.map((pack) => (
            <li key={pack.id}>
              <AriaButton
                className="pack-choice"
                onPress={() => {
                  closeDialog();
                  void addToPack(pack.id, releaseIds);
                }}
              >
                <FolderClosed size={15} strokeWidth={1.7} aria-hidden />
                <span>{pack.title || t('pack.untitled')}</span>
                <span className="quiet">{pack.items.length}</span>
              </AriaButton>
            </li>
          ))}
        </ul>
      )}
      <form className="pack-new" onSubmit={create}>
        <Field label={t('pack.newWith')} value={title} onChange={setTitle} autoFocus />
        <Button type="submit" variant="primary">
          {t('pack.create')}
        </Button>
      </form>
    </Dialog>
  );
}
