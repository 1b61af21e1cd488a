import {
  BookmarkPlus,
  ChevronDown,
  ChevronUp,
  CircleHelp,
  FileSearch,
  Search,
  TextSearch,
} from 'lucide-react';
import { focusSearch, isInReader } from '../features/release-list/focus';
import { openDialog } from '../state/dialogs';
import { openFindInRelease, stepMark } from '../state/find-in-release';
import { openSearchHelp } from '../state/search-help';
import { showLike, showReleases } from '../state/workspace';
import type { Command, CommandContext } from './command';

function isReading({ editor, openId }: CommandContext): boolean {
  return editor === null && openId !== null;
}

function hasMarks(context: CommandContext): boolean {
  return isReading(context) && context.hasMarks;
}

export const searchCommands: readonly Command[] = [
  {
    id: 'find',
    label: 'command.find',
    icon: Search,
    shortcut: { key: 'f', mod: true },
    isEnabled: ({ archive, editor }) => archive !== null && editor === null,
    // Who is reading means the release, everybody else the archive.
    run: ({ openId }) => {
      if (openId !== null && isInReader(document.activeElement)) {
        openFindInRelease();
        return;
      }
      showReleases();
      focusSearch();
    },
  },
  {
    id: 'find-in-release',
    label: 'command.findInRelease',
    icon: TextSearch,
    isEnabled: isReading,
    run: openFindInRelease,
  },
  {
    id: 'find-next',
    label: 'reader.nextMark',
    icon: ChevronDown,
    shortcut: { key: 'F3' },
    alsoShortcut: { key: 'g', mod: true },
    isEnabled: hasMarks,
    run: () => {
      stepMark(1);
    },
  },
  {
    id: 'find-previous',
    label: 'reader.previousMark',
    icon: ChevronUp,
    shortcut: { key: 'F3', shift: true },
    alsoShortcut: { key: 'g', mod: true, shift: true },
    isEnabled: hasMarks,
    run: () => {
      stepMark(-1);
    },
  },
  {
    id: 'more-like-this',
    label: 'command.moreLikeThis',
    icon: FileSearch,
    isEnabled: (context) => isReading(context) && context.targets.length === 1,
    run: ({ targets }) => {
      const [id] = targets;
      if (id) showLike(id);
    },
  },
  {
    id: 'save-search',
    label: 'command.saveSearch',
    icon: BookmarkPlus,
    shortcut: { key: 's', mod: true, shift: true },
    isEnabled: ({ archive, editor, hasQuery }) =>
      archive?.readOnly === null && editor === null && hasQuery,
    run: () => {
      openDialog({ kind: 'save-search', search: null });
    },
  },
  {
    id: 'search-help',
    label: 'command.searchHelp',
    icon: CircleHelp,
    shortcut: { key: 'F1' },
    isEnabled: ({ archive, editor }) => archive !== null && editor === null,
    run: () => {
      showReleases();
      openSearchHelp();
    },
  },
];
