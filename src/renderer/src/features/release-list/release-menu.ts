import { commandEntry } from '../../commands/command-button';
import { useWorkspace } from '../../state/workspace';
import type { MenuGroup } from '../../ui/menu';

/** What can be done with the chosen releases, for a menu where the pointer is. */
export function releaseMenu(): readonly MenuGroup[] {
  const { place, selectedIds } = useWorkspace.getState();
  const isTrash = place === 'trash';
  const isOne = selectedIds.size <= 1;
  const isTwo = selectedIds.size === 2;
  return [
    {
      id: 'edit',
      entries: [
        ...(isTrash
          ? []
          : [
              commandEntry(isOne ? 'edit-release' : 'edit-many'),
              commandEntry('add-to-pack'),
              commandEntry('add-to-tray'),
            ]),
        ...(isOne ? [commandEntry('show-history')] : []),
        ...(isTwo ? [commandEntry('compare-releases')] : []),
      ],
    },
    { id: 'find', entries: isOne ? [commandEntry('more-like-this')] : [] },
    { id: 'trash', entries: [commandEntry(isTrash ? 'restore-release' : 'delete-release')] },
  ];
}
