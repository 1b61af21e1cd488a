import { FolderClosed, FolderInput, FolderX, Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { runCommand } from '../../commands/registry';
import { useRequest } from '../../requests';
import type { PackId } from '../../../../shared/press-pack';
import { closeTray, collectInto, useTray } from '../../state/tray';
import { showPack, useWorkspace } from '../../state/workspace';
import { IconButton } from '../../ui/button';
import { showContextMenu } from '../../ui/context-menu';
import type { MenuEntry } from '../../ui/menu';
import { RememberedSection } from './remembered-section';
import { SidebarRow } from './sidebar-row';

export function PackRows() {
  const { t } = useTranslation();
  const { data: packs = [] } = useRequest('pack:list', null);
  const view = useWorkspace((state) => state.view);
  const tray = useTray();
  const trayEntry = (packId: PackId): MenuEntry =>
    packId === tray?.id
      ? {
          id: 'close',
          label: t('command.closeTray'),
          icon: FolderX,
          run: () => void closeTray(),
        }
      : {
          id: 'collect',
          label: t('tray.collectInto'),
          icon: FolderInput,
          run: () => void collectInto(packId),
        };
  return (
    <RememberedSection
      name="packs"
      title={t('sidebar.packs')}
      action={
        <IconButton
          size="small"
          icon={Plus}
          label={t('command.newPack')}
          onPress={() => {
            runCommand('new-pack');
          }}
        />
      }
    >
      <ul className="sidebar-group">
        {packs.map((pack) => (
          <SidebarRow
            key={pack.id}
            icon={pack.id === tray?.id ? FolderInput : FolderClosed}
            label={pack.title || t('pack.untitled')}
            count={pack.items.length}
            isCurrent={view.kind === 'pack' && view.packId === pack.id}
            {...(pack.id === tray?.id ? { hint: t('tray.collecting') } : {})}
            onPress={() => {
              showPack(pack.id);
            }}
            onContextMenu={(event) => {
              showContextMenu(event, pack.title || t('pack.untitled'), [
                { id: 'tray', entries: [trayEntry(pack.id)] },
              ]);
            }}
          />
        ))}
      </ul>
      {packs.length === 0 && <p className="side-note">{t('sidebar.noPacks')}</p>}
    </RememberedSection>
  );
}
