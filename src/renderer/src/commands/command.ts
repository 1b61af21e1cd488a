import type { LucideIcon } from 'lucide-react';
import type { ArchiveInfo } from '../../../shared/archive-info';
import type { CommandId } from '../../../shared/command-ids';
import type { RecentArchive, Settings } from '../../../shared/ipc-contract';
import type { PressPack } from '../../../shared/press-pack';
import type { ReleaseId } from '../../../shared/release';
import type { ReviewDecision } from '../../../shared/review';
import type { Slot } from '../features/filing/editor-store';
import { translate, type TextKey } from '../i18n';
import type { Place } from '../state/workspace';

export type { CommandId };

/** What decides whether a command makes sense now. */
export interface CommandContext {
  readonly archive: ArchiveInfo | null;
  readonly editor: Slot | null;
  readonly hasForm: boolean;
  readonly place: Place;
  readonly targets: readonly ReleaseId[];
  /** Something is searched for, or narrows the list. */
  readonly hasQuery: boolean;
  /** The release that is read. */
  readonly openId: ReleaseId | null;
  readonly hasMarks: boolean;
  readonly canGoBack: boolean;
  readonly canGoForward: boolean;
  readonly isSidebarShown: boolean;
  readonly settings: Settings;
  readonly recent: readonly RecentArchive[];
  /** What can be decided of the release that is read. */
  readonly decisions: readonly ReviewDecision[];
  /** The text of the release that is read leaves an embargo open. */
  readonly isEmbargoOpen: boolean;
  /** The release that is read tells a story with others. */
  readonly isInStory: boolean;
  /** The pack that is being filled. */
  readonly tray: PressPack | null;
}

/** `mod` is Command on a Mac and Ctrl elsewhere; `alt` is Option there. */
export interface Shortcut {
  readonly key: string;
  readonly mod?: boolean;
  readonly shift?: boolean;
  readonly alt?: boolean;
  /** On a Mac the key means something else. */
  readonly notOnMac?: boolean;
}

export interface Command {
  readonly id: CommandId;
  readonly label: TextKey;
  /** What it is called just now, where that depends. */
  readonly text?: (context: CommandContext) => string;
  readonly icon: LucideIcon;
  readonly shortcut?: Shortcut;
  /** A second key that does the same; menus show the first. */
  readonly alsoShortcut?: Shortcut;
  /** Whether its key means it just now; for keys that are letters. Always, where it isn't said. */
  readonly hasKey?: (context: CommandContext) => boolean;
  readonly isEnabled: (context: CommandContext) => boolean;
  /** For what is on or off: whether it is on. */
  readonly isOn?: (context: CommandContext) => boolean;
  /** What the command can be about, where it is about one of several things. */
  readonly variants?: (context: CommandContext) => readonly CommandVariant[];
  readonly run: (context: CommandContext, argument: string | null) => void;
}

export function textOf(command: Command, context: CommandContext): string {
  return command.text?.(context) ?? translate(command.label);
}

export interface CommandVariant {
  readonly argument: string;
  readonly text: string;
}
