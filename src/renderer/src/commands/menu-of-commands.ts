import type { MenuLine, MenuModel, MenuModelEntry } from '../../../shared/menu-model';
import { translate } from '../i18n';
import { isOverlayOpen } from '../ui/overlays';
import {
  textOf,
  type Command,
  type CommandContext,
  type CommandId,
  type Shortcut,
} from './command';
import { menuLayout, type LayoutEntry } from './menu-layout';
import { commandOf } from './registry';
import { worksInOverlays } from './shortcuts';

/** The menu bar for what can be done just now. */
export function menuOf(context: CommandContext): MenuModel {
  return menuLayout.map(({ label, role = null, entries }) => ({
    role,
    label: translate(label),
    entries: entries.flatMap((entry) => entriesOf(entry, context)),
  }));
}

function entriesOf(entry: LayoutEntry, context: CommandContext): readonly MenuModelEntry[] {
  if (entry === '-') return [{ kind: 'separator' }];
  if (typeof entry === 'string') return linesOf(entry, context);
  const label = translate(entry.label);
  if ('role' in entry) return [{ kind: 'role', role: entry.role, label }];
  const lines = entry.commands.flatMap((id) => linesOf(id, context));
  return lines.length === 0 ? [] : [{ kind: 'submenu', label, entries: lines }];
}

function linesOf(id: CommandId, context: CommandContext): readonly MenuLine[] {
  const command = commandOf(id);
  const line = (label: string, argument: string | null): MenuLine => ({
    kind: 'command',
    command: id,
    argument,
    label,
    accelerator: argument === null ? acceleratorOf(command) : null,
    isEnabled: command.isEnabled(context) && (!isOverlayOpen() || worksInOverlays(command)),
    isOn: command.isOn?.(context) ?? null,
  });
  if (command.variants === undefined) return [line(textOf(command, context), null)];
  return command.variants(context).map(({ argument, text }) => line(text, argument));
}

/** As Electron writes it. A Mac has other keys where `notOnMac` says so. */
function acceleratorOf({ shortcut, hasKey }: Command): string | null {
  // A menu would take a letter away from the fields.
  if (shortcut === undefined || hasKey !== undefined) return null;
  return shortcut.notOnMac === true ? null : written(shortcut);
}

const electronNames: Readonly<Record<string, string>> = { ArrowLeft: 'Left', ArrowRight: 'Right' };

function written({ key, mod, shift, alt }: Shortcut): string {
  const name = electronNames[key] ?? (key.length === 1 ? key.toUpperCase() : key);
  return [mod && 'CmdOrCtrl', alt && 'Alt', shift && 'Shift', name].filter(Boolean).join('+');
}
