import { FolderClosed, FolderPlus, PackagePlus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useOfContext } from '../../commands/command-context';
import { commandOf, currentContext } from '../../commands/registry';
import { useRequest } from '../../requests';
import { addToPack } from '../../state/release-actions';
import { openDialog } from '../../state/dialogs';
import { Button } from '../../ui/button';
import { Menu } from '../../ui/menu';

/** "Add to pack" of the reader: the packs hang right on the button. */
export function PackMenu() {
  const { t } = useTranslation();
  const canAdd = useOfContext(commandOf('add-to-pack').isEnabled);
  const { data: packs = [] } = useRequest('pack:list', null);
  return (
    <Menu
      label={t('command.addToPack')}
      groups={[
        {
          id: 'packs',
          entries: packs.map((pack) => ({
            id: pack.id,
            label: pack.title || t('pack.untitled'),
            icon: FolderClosed,
            run: () => void addToPack(pack.id, currentContext().targets),
          })),
        },
        {
          id: 'new',
          entries: [
            {
              id: 'new',
              label: t('pack.newWith'),
              icon: FolderPlus,
              run: () => {
                openDialog({ kind: 'add-to-pack', releaseIds: currentContext().targets });
              },
            },
          ],
        },
      ]}
    >
      <Button variant="quiet" icon={PackagePlus} isDisabled={!canAdd}>
        {t('command.addToPack')}
      </Button>
    </Menu>
  );
}
