import { Check, type LucideIcon } from 'lucide-react';
import { useState, type ReactElement } from 'react';
import {
  Header,
  Keyboard,
  Menu as AriaMenu,
  MenuItem,
  MenuSection,
  MenuTrigger,
  Popover,
} from 'react-aria-components';
import { classNames } from './class-names';
import './menu.css';

export interface MenuEntry {
  readonly id: string;
  readonly label: string;
  readonly icon?: LucideIcon;
  readonly shortcut?: string | undefined;
  readonly danger?: boolean;
  readonly isDisabled?: boolean;
  readonly run: () => void;
}

export interface MenuGroup {
  readonly id: string;
  readonly title?: string;
  readonly entries: readonly MenuEntry[];
  /** The entry that is on, where one of them always is. */
  readonly chosen?: string;
}

interface MenuProps {
  readonly label: string;
  /** A function is asked when the menu opens. */
  readonly groups: readonly MenuGroup[] | (() => readonly MenuGroup[]);
  /** The button that opens it. */
  readonly children: ReactElement;
}

export function Menu({ label, groups, children }: MenuProps) {
  return (
    <MenuTrigger>
      {children}
      <Popover className="popover menu" offset={4}>
        <OpenMenu label={label} groups={groups} />
      </Popover>
    </MenuTrigger>
  );
}

function OpenMenu({ label, groups }: Omit<MenuProps, 'children'>) {
  const [made] = useState(groups);
  return <MenuEntries label={label} groups={typeof groups === 'function' ? made : groups} />;
}

interface MenuEntriesProps {
  readonly label: string;
  readonly groups: readonly MenuGroup[];
  readonly onClose?: () => void;
}

export function MenuEntries({ label, groups, onClose }: MenuEntriesProps) {
  return (
    <AriaMenu
      aria-label={label}
      className="menu-list"
      // A menu that no button opened takes the focus by itself.
      {...(onClose ? { autoFocus: 'first', onClose } : {})}
    >
      {groups
        .filter((group) => group.entries.length > 0)
        .map((group) => (
          <MenuSection
            key={group.id}
            id={group.id}
            className="menu-group"
            {...(group.title ? {} : { 'aria-label': label })}
            {...(group.chosen !== undefined && {
              selectionMode: 'single' as const,
              selectedKeys: [group.chosen],
              disallowEmptySelection: true,
            })}
          >
            {group.title && <Header className="menu-title">{group.title}</Header>}
            {group.entries.map((entry) => (
              <Entry key={entry.id} entry={entry} isChoice={group.chosen !== undefined} />
            ))}
          </MenuSection>
        ))}
    </AriaMenu>
  );
}

interface EntryProps {
  readonly entry: MenuEntry;
  readonly isChoice: boolean;
}

function Entry({ entry, isChoice }: EntryProps) {
  const Icon = entry.icon;
  return (
    <MenuItem
      id={entry.id}
      textValue={entry.label}
      className={classNames('menu-item', entry.danger && 'menu-item-danger')}
      onAction={entry.run}
      isDisabled={entry.isDisabled ?? false}
    >
      {Icon && <Icon size={15} strokeWidth={1.8} aria-hidden />}
      <span className="menu-item-label">{entry.label}</span>
      {isChoice && <Check size={14} aria-hidden className="menu-check" />}
      {entry.shortcut && <Keyboard className="menu-shortcut">{entry.shortcut}</Keyboard>}
    </MenuItem>
  );
}
