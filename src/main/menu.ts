import { BrowserWindow, Menu, type MenuItemConstructorOptions } from 'electron';
import type { MenuLine, MenuModel, MenuModelEntry } from '../shared/menu-model';
import { tell } from './ipc';

/** Draws the menu bar that the window in front wants. */
export class MenuBar {
  /** What each window wants while it is in front. */
  readonly #models = new Map<number, MenuModel>();
  #front: number | null = null;
  /** What the menu is made of, but for what can change in it. */
  #shape = '';

  /** While no window says what it can do: what every program has. */
  showBare(): void {
    this.#shape = '';
    const bare: MenuItemConstructorOptions[] = [
      { role: process.platform === 'darwin' ? 'appMenu' : 'fileMenu' },
      { role: 'editMenu' },
      { role: 'windowMenu' },
    ];
    Menu.setApplicationMenu(Menu.buildFromTemplate(bare));
  }

  /** A window wants another menu bar. */
  want(windowId: number, model: MenuModel): void {
    this.#models.set(windowId, model);
    if (this.#front === null || this.#front === windowId) this.#show(model);
  }

  /** This window has the focus now. */
  follow(windowId: number): void {
    this.#front = windowId;
    const model = this.#models.get(windowId);
    // One that has just opened says soon what it wants.
    if (model !== undefined) this.#show(model);
  }

  forget(windowId: number): void {
    this.#models.delete(windowId);
    if (this.#front === windowId) this.#front = null;
    if (this.#models.size === 0) this.showBare();
  }

  #show(model: MenuModel): void {
    const shape = JSON.stringify(model, (key, value: unknown) =>
      key === 'isEnabled' || key === 'isOn' ? value !== null : value,
    );
    // Setting a menu closes the one that is open just now: not without need.
    if (shape === this.#shape) {
      update(model);
      return;
    }
    this.#shape = shape;
    Menu.setApplicationMenu(Menu.buildFromTemplate(template(model)));
  }
}

function template(model: MenuModel): MenuItemConstructorOptions[] {
  return [
    ...(process.platform === 'darwin' ? [{ role: 'appMenu' as const }] : []),
    ...model.map(({ role, label, entries }) => ({
      label,
      submenu: entries.map(item),
      ...(role === null ? {} : { role: role === 'window' ? ('windowMenu' as const) : role }),
    })),
  ];
}

function item(entry: MenuModelEntry): MenuItemConstructorOptions {
  switch (entry.kind) {
    case 'separator':
      return { type: 'separator' };
    case 'role':
      return { role: entry.role, label: escaped(entry.label) };
    case 'submenu':
      return { label: escaped(entry.label), submenu: entry.entries.map(item) };
    case 'command':
      return {
        id: itemId(entry),
        label: escaped(entry.label),
        enabled: entry.isEnabled,
        ...(entry.isOn === null ? {} : { type: 'checkbox' as const, checked: entry.isOn }),
        ...(entry.accelerator === null ? {} : acceleratorOf(entry.accelerator)),
        click: (_item, window) => {
          const target =
            window ?? BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0];
          const { command, argument } = entry;
          if (target instanceof BrowserWindow) tell(target, 'menu:command', { command, argument });
        },
      };
  }
}

/** Keys that fields need, too, are shown in the menu but left to the page. */
function acceleratorOf(accelerator: string): Partial<MenuItemConstructorOptions> {
  const isPages = /(?:Enter|Escape|Left|Right)$/.test(accelerator);
  return isPages && process.platform === 'darwin'
    ? {}
    : { accelerator, registerAccelerator: !isPages };
}

/** Menus take a single ampersand for the mark of a key. */
function escaped(label: string): string {
  return label.replaceAll('&', '&&');
}

function itemId({ command, argument }: Extract<MenuLine, { kind: 'command' }>): string {
  return argument === null ? command : `${command} ${argument}`;
}

function update(model: MenuModel): void {
  const menu = Menu.getApplicationMenu();
  const lines = model.flatMap(({ entries }) =>
    entries.flatMap((entry) => (entry.kind === 'submenu' ? entry.entries : [entry])),
  );
  for (const line of lines) {
    if (line.kind !== 'command') continue;
    const shown = menu?.getMenuItemById(itemId(line));
    if (!shown) continue;
    if (shown.enabled !== line.isEnabled) shown.enabled = line.isEnabled;
    if (line.isOn !== null && shown.checked !== line.isOn) shown.checked = line.isOn;
  }
}
