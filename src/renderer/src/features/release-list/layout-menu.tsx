import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { listLayouts } from '../../../../shared/window-choices';
import { commandEntry } from '../../commands/command-button';
import { commandOf } from '../../commands/registry';
import { useWorkspace } from '../../state/workspace';
import { IconButton } from '../../ui/button';
import { Menu, type MenuGroup } from '../../ui/menu';

/** Switches between the looks of the list. */
export const LayoutMenu = memo(function LayoutMenu() {
  const { t } = useTranslation();
  const layout = useWorkspace((state) => state.layout);
  const groups = (): readonly MenuGroup[] => {
    const entries = listLayouts.map((each) => ({
      ...commandEntry(`list-${each}`),
      label: t(`list.layouts.${each}`),
    }));
    return [{ id: 'layouts', entries, chosen: `list-${layout}` }];
  };
  return (
    <Menu label={t('list.layout')} groups={groups}>
      <IconButton size="small" icon={commandOf(`list-${layout}`).icon} label={t('list.layout')} />
    </Menu>
  );
});
