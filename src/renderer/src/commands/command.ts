import type { LucideIcon } from 'lucide-react';
import type { ArchiveInfo } from '../../../shared/archive-info';
import type { MenuCommand } from '../../../shared/ipc-contract';
import type { ReleaseId } from '../../../shared/release';
import type { Slot } from '../features/filing/editor-store';
import type { TextKey } from '../i18n';
import type { Place } from '../state/workspace';

export type CommandId =
  | MenuCommand
  | 'file-release'
  | 'save-release'
  | 'close-editor'
  | 'restore-release'
  | 'toggle-sidebar'
  | 'new-partner'
  | 'language-system';

/** What decides whether a command makes sense now. */
export interface CommandContext {
  readonly archive: ArchiveInfo | null;
  readonly editor: Slot | null;
  readonly hasForm: boolean;
  readonly place: Place;
  readonly targets: readonly ReleaseId[];
  /** Something is searched for. */
  readonly hasQuery: boolean;
  /** The release that is read. */
  readonly openId: ReleaseId | null;
  readonly hasMarks: boolean;
}

/** `mod` is Command on a Mac and Ctrl elsewhere. */
export interface Shortcut {
  readonly key: string;
  readonly mod?: boolean;
  readonly shift?: boolean;
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
  readonly isEnabled: (context: CommandContext) => boolean;
  readonly run: (context: CommandContext) => void;
}
