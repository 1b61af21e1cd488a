import { ChevronDown } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from 'react-aria-components';
import type { ArchiveInfo } from '../../../../shared/archive-info';
import type { CommandId } from '../../../../shared/command-ids';
import { commandEntry } from '../../commands/command-button';
import { Menu, type MenuEntry, type MenuGroup } from '../../ui/menu';

/** The archive's name plate; what can be done with the archive as a whole hangs on it. */
export function ArchiveMenu({ info }: { readonly info: ArchiveInfo }) {
  const { t } = useTranslation();
  return (
    <Menu label={t('sidebar.archive')} groups={archiveGroups}>
      <Button className="plate">
        <span className="plate-institution">{info.institution.name || info.name}</span>
        <span className="plate-archive">
          {info.name}
          <ChevronDown size={12} aria-hidden />
        </span>
      </Button>
    </Menu>
  );
}

function archiveGroups(): readonly MenuGroup[] {
  const entries = (...ids: readonly CommandId[]): readonly MenuEntry[] =>
    ids.map((id) => commandEntry(id));
  return [
    { id: 'steps', entries: entries('undo', 'redo') },
    { id: 'this', entries: entries('institution', 'backups', 'verify-archive', 'verify-pack') },
    { id: 'other', entries: entries('open-archive', 'close-archive') },
  ];
}
