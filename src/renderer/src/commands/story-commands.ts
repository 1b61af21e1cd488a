import { Languages, Unlink } from 'lucide-react';
import { linkTranslation, spokenLanguages, unlinkTranslation } from '../features/stories/link';
import type { Command, CommandContext } from './command';

function canWrite({ archive, editor, place }: CommandContext): boolean {
  return archive?.readOnly === null && editor === null && place !== 'trash';
}

export const storyCommands: readonly Command[] = [
  {
    id: 'link-translation',
    label: 'command.linkTranslation',
    icon: Languages,
    isEnabled: (context) => {
      const { targets } = context;
      // Those that aren't known by their rows are left to the archive to judge.
      return (
        canWrite(context) && targets.length === 2 && new Set(spokenLanguages(targets)).size !== 1
      );
    },
    run: ({ targets }) => void linkTranslation(targets),
  },
  {
    id: 'unlink-translation',
    label: 'command.unlinkTranslation',
    icon: Unlink,
    isEnabled: (context) => canWrite(context) && context.isInStory && context.targets.length === 1,
    run: ({ openId }) => {
      if (openId !== null) void unlinkTranslation(openId);
    },
  },
];
