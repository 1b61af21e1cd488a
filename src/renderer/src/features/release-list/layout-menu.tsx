import { useTranslation } from 'react-i18next';
import { listLayouts } from '../../../../shared/ipc-contract';
import { useCommandEntry } from '../../commands/command-button';
import { commandOf } from '../../commands/registry';
import { useWorkspace } from '../../state/workspace';
import { IconButton } from '../../ui/button';
import { Menu } from '../../ui/menu';

/** Switches between the looks of the list. */
export function LayoutMenu() {
  const { t } = useTranslation();
  const layout = useWorkspace((state) => state.layout);
  const entryOf = useCommandEntry();
  const entries = listLayouts.map((each) => ({
    ...entryOf(`list-${each}`),
    label: t(`list.layouts.${each}`),
  }));
  return (
    <Menu label={t('list.layout')} groups={[{ id: 'layouts', entries, chosen: `list-${layout}` }]}>
      <IconButton size="small" icon={commandOf(`list-${layout}`).icon} label={t('list.layout')} />
    </Menu>
  );
}
