import { ChevronDown } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from 'react-aria-components';
import type { ArchiveInfo } from '../../../../shared/archive-info';
import { useCommandEntry } from '../../commands/command-button';
import { Menu } from '../../ui/menu';

/** The archive's name plate; what can be done with the archive as a whole hangs on it. */
export function ArchiveMenu({ info }: { readonly info: ArchiveInfo }) {
  const { t } = useTranslation();
  const entry = useCommandEntry();
  return (
    <Menu
      label={t('sidebar.archive')}
      groups={[
        { id: 'steps', entries: [entry('undo'), entry('redo')] },
        {
          id: 'this',
          entries: [
            entry('institution'),
            entry('backups'),
            entry('verify-archive'),
            entry('verify-pack'),
          ],
        },
        { id: 'other', entries: [entry('open-archive'), entry('close-archive')] },
      ]}
    >
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
