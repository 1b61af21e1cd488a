import { FolderClosed, Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { runCommand } from '../../commands/registry';
import { useRequest } from '../../requests';
import { showPack, useWorkspace } from '../../state/workspace';
import { IconButton } from '../../ui/button';
import { Section } from './section';
import { SidebarRow } from './sidebar-row';

export function PackRows() {
  const { t } = useTranslation();
  const { data: packs = [] } = useRequest('pack:list', null);
  const view = useWorkspace((state) => state.view);
  return (
    <Section
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
            icon={FolderClosed}
            label={pack.title || t('pack.untitled')}
            count={pack.items.length}
            isCurrent={view.kind === 'pack' && view.packId === pack.id}
            onPress={() => {
              showPack(pack.id);
            }}
          />
        ))}
      </ul>
      {packs.length === 0 && <p className="side-note">{t('sidebar.noPacks')}</p>}
    </Section>
  );
}
