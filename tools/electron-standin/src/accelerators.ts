import { EventEmitter } from 'node:events';

/*
 * Menu accelerators, spelled as the page's preload shim spells a pressed key: modifiers in the
 * order ctrl, alt, shift, meta, then the key in lower case.
 */
const MODIFIERS: Readonly<Record<string, string>> = {
  commandorcontrol: 'ctrl',
  cmdorctrl: 'ctrl',
  control: 'ctrl',
  ctrl: 'ctrl',
  alt: 'alt',
  option: 'alt',
  altgr: 'alt',
  shift: 'shift',
  command: 'meta',
  cmd: 'meta',
  super: 'meta',
  meta: 'meta',
};

const KEYS: Readonly<Record<string, string>> = {
  up: 'arrowup',
  down: 'arrowdown',
  left: 'arrowleft',
  right: 'arrowright',
  esc: 'escape',
  return: 'enter',
};

export function normalizedAccelerator(accelerator: string): string {
  const parts = accelerator.replace(/\+\+$/, '+plus').toLowerCase().split('+');
  const key = parts.pop() ?? '';
  const pressed = new Set(parts.map((part) => MODIFIERS[part] ?? part));
  const modifiers = ['ctrl', 'alt', 'shift', 'meta'].filter((name) => pressed.has(name));
  return [...modifiers, KEYS[key] ?? key].join('+');
}

/** The accelerators of the application menu. Pages are told of them; they tell which was pressed. */
class AcceleratorTable {
  private actions = new Map<string, (windowId: number) => void>();
  private readonly changed = new EventEmitter();

  get names(): string[] {
    return [...this.actions.keys()];
  }

  replace(actions: Map<string, (windowId: number) => void>): void {
    this.actions = actions;
    this.changed.emit('changed');
  }

  onChange(listener: () => void): () => void {
    this.changed.on('changed', listener);
    return () => this.changed.off('changed', listener);
  }

  press(name: string, windowId: number): void {
    this.actions.get(name)?.(windowId);
  }
}

export const acceleratorTable = new AcceleratorTable();
