import { z } from 'zod';
import { commandIds } from './command-ids';

/*
 * The menu bar as the window wants it. The window makes it of its commands, so that a menu says just
 * what a button says; main only draws it.
 */

const label = z.string().max(200);

/** What the system does by itself, under our words. */
const menuRoles = [
  'cut',
  'copy',
  'paste',
  'selectAll',
  'resetZoom',
  'zoomIn',
  'zoomOut',
  'togglefullscreen',
  'minimize',
  'close',
  'quit',
] as const;

const line = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('command'),
    command: z.enum(commandIds),
    /** What the command is about, where one command has several entries. */
    argument: z.string().max(4_096).nullable(),
    label,
    /** As Electron writes it: 'CmdOrCtrl+Shift+N'. */
    accelerator: z.string().max(60).nullable(),
    isEnabled: z.boolean(),
    /** null: nothing that is on or off. */
    isOn: z.boolean().nullable(),
  }),
  z.strictObject({ kind: z.literal('role'), role: z.enum(menuRoles), label }),
  z.strictObject({ kind: z.literal('separator') }),
]);

const entry = z.union([
  line,
  z.strictObject({ kind: z.literal('submenu'), label, entries: z.array(line).max(100) }),
]);

export const menuModel = z
  .array(
    z.strictObject({
      /** Systems know some menus: they put their own entries into them. */
      role: z.enum(['window', 'help']).nullable(),
      label,
      entries: z.array(entry).max(100),
    }),
  )
  .max(20);

export type MenuRole = (typeof menuRoles)[number];
export type MenuLine = Readonly<z.infer<typeof line>>;
export type MenuModelEntry =
  | MenuLine
  | { readonly kind: 'submenu'; readonly label: string; readonly entries: readonly MenuLine[] };
export interface MenuColumn {
  readonly role: 'window' | 'help' | null;
  readonly label: string;
  readonly entries: readonly MenuModelEntry[];
}
export type MenuModel = readonly MenuColumn[];
