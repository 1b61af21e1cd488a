import { EventEmitter } from 'node:events';
import type { MenuItemConstructorOptions, PopupOptions } from 'electron';
import { acceleratorTable, normalizedAccelerator } from '../accelerators';
import { namingWhatIsMissing } from '../not-implemented';
import { PreventableEvent } from '../preventable-event';
import { BrowserWindow, type StandInBrowserWindow } from './browser-window';
import { ROLE_MENUS, ROLES } from './menu-roles';

type ItemType = NonNullable<MenuItemConstructorOptions['type']>;
type Click = (item: StandInMenuItem, window: unknown, event: unknown) => void;

let lastCommandId = 0;

class StandInMenuItem {
  readonly commandId: number;
  readonly id: string;
  readonly type: ItemType;
  readonly role: string | undefined;
  readonly submenu: StandInMenu | undefined;
  readonly accelerator: string | undefined;
  readonly registerAccelerator: boolean;
  label: string;
  sublabel: string;
  toolTip: string;
  enabled: boolean;
  visible: boolean;
  checked: boolean;
  menu: StandInMenu | undefined;
  icon: MenuItemConstructorOptions['icon'];
  /** Runs what the person would run by choosing the item. A test may call it, too. */
  click: (event?: unknown, window?: unknown) => void;

  constructor(options: MenuItemConstructorOptions) {
    lastCommandId += 1;
    this.commandId = lastCommandId;
    const roleName = options.role?.toLowerCase() ?? '';
    const role = ROLES[roleName];
    const roleMenu = ROLE_MENUS[roleName];
    this.id = options.id ?? '';
    this.role = options.role?.toLowerCase();
    this.submenu = submenuOf(options, roleMenu?.roles);
    this.type = options.type ?? (this.submenu === undefined ? 'normal' : 'submenu');
    this.label = options.label ?? role?.label ?? roleMenu?.label ?? '';
    this.sublabel = options.sublabel ?? '';
    this.toolTip = options.toolTip ?? '';
    this.icon = options.icon;
    this.enabled = options.enabled ?? true;
    this.visible = options.visible ?? true;
    this.checked = options.checked ?? false;
    this.accelerator = options.accelerator?.toString() ?? role?.accelerator;
    this.registerAccelerator = options.registerAccelerator ?? true;
    const chosen = options.click as Click | undefined;
    this.click = (event, given) => {
      if (!this.enabled) return;
      const window = (given ?? BrowserWindow.getFocusedWindow()) as StandInBrowserWindow | null;
      if (this.type === 'checkbox') this.checked = !this.checked;
      if (this.type === 'radio') this.choose();
      if (role?.run !== undefined && chosen === undefined) role.run(window);
      else chosen?.(this, window ?? undefined, event ?? { triggeredByAccelerator: false });
    };
  }

  /** Choosing one radio item leaves its neighbours, up to the next separator. */
  private choose(): void {
    const items = this.menu?.items ?? [this];
    const position = items.findIndex((item) => item.commandId === this.commandId);
    const before = items.slice(0, position).findLastIndex((item) => item.type !== 'radio');
    for (const item of items.slice(before + 1)) {
      if (item.type !== 'radio') break;
      item.checked = item.commandId === this.commandId;
    }
    this.checked = true;
  }
}

function createItem(options: MenuItemConstructorOptions): StandInMenuItem {
  return namingWhatIsMissing('MenuItem', new StandInMenuItem(options));
}

function submenuOf(
  { submenu }: MenuItemConstructorOptions,
  roles: readonly string[] | undefined,
): StandInMenu | undefined {
  if (submenu !== undefined) {
    return Array.isArray(submenu)
      ? buildFromTemplate(submenu)
      : (submenu as unknown as StandInMenu);
  }
  if (roles === undefined) return undefined;
  return buildFromTemplate(roles.map((role) => ({ role }) as MenuItemConstructorOptions));
}

class StandInMenu extends EventEmitter {
  readonly items: StandInMenuItem[] = [];

  append(item: StandInMenuItem): void {
    this.insert(this.items.length, item);
  }

  insert(position: number, item: StandInMenuItem): void {
    item.menu = this;
    this.items.splice(position, 0, item);
    if (applicationMenu !== null) registerAccelerators(applicationMenu);
  }

  getMenuItemById(id: string): StandInMenuItem | null {
    for (const item of this.items) {
      const found = item.id === id ? item : (item.submenu?.getMenuItemById(id) ?? null);
      if (found !== null) return found;
    }
    return null;
  }

  /** Nothing is drawn: a test walks the items, which `Menu.lastPopup` keeps for it. */
  popup(options: PopupOptions = {}): void {
    statics.lastPopup = this;
    this.emit('menu-will-show', new PreventableEvent());
    options.callback?.();
  }

  closePopup(): void {
    this.emit('menu-will-close', new PreventableEvent());
  }
}

let applicationMenu: StandInMenu | null = null;

function buildFromTemplate(
  template: readonly (MenuItemConstructorOptions | StandInMenuItem)[],
): StandInMenu {
  const menu = namingWhatIsMissing('Menu', new StandInMenu());
  for (const entry of template) {
    menu.append(entry instanceof StandInMenuItem ? entry : createItem(entry));
  }
  return menu;
}

function registerAccelerators(menu: StandInMenu): void {
  const actions = new Map<string, (windowId: number) => void>();
  const register = ({ items }: StandInMenu): void => {
    for (const item of items) {
      if (item.submenu !== undefined) register(item.submenu);
      if (item.accelerator === undefined || !item.registerAccelerator) continue;
      actions.set(normalizedAccelerator(item.accelerator), (windowId) => {
        item.click({ triggeredByAccelerator: true }, BrowserWindow.fromId(windowId) ?? undefined);
      });
    }
  };
  register(menu);
  acceleratorTable.replace(actions);
}

function setApplicationMenu(menu: StandInMenu | null): void {
  applicationMenu = menu;
  if (menu === null) acceleratorTable.replace(new Map());
  else registerAccelerators(menu);
}

const statics = {
  buildFromTemplate,
  setApplicationMenu,
  getApplicationMenu: (): StandInMenu | null => applicationMenu,
  lastPopup: null as StandInMenu | null,
};

export const Menu = namingWhatIsMissing('Menu', Object.assign(StandInMenu, statics));

export const MenuItem = new Proxy(StandInMenuItem, {
  construct: (_class, [options]: [MenuItemConstructorOptions]) => createItem(options),
});
