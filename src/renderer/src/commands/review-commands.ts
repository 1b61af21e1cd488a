import { Check, Clock, Copy, FilePlus2, Languages } from 'lucide-react';
import type { ReviewDecision } from '../../../shared/review';
import { decide } from '../features/review/decide';
import { setEmbargo } from '../features/review/set-embargo';
import { isInReviewStrip } from '../features/review/strip-focus';
import type { Command, CommandContext } from './command';

function canDecide(decision: ReviewDecision) {
  return ({ archive, editor, decisions }: CommandContext): boolean =>
    archive?.readOnly === null && editor === null && decisions.includes(decision);
}

/** A single letter decides only where one works through what is asked. */
function hasKey({ place }: CommandContext): boolean {
  return place === 'needs-look' || isInReviewStrip(document.activeElement);
}

/** What a person makes of a release that an import wasn't sure of. */
export const reviewCommands: readonly Command[] = [
  {
    id: 'review-embargo',
    label: 'command.reviewEmbargo',
    icon: Clock,
    shortcut: { key: 'e' },
    hasKey,
    isEnabled: ({ archive, editor, isEmbargoOpen }) =>
      archive?.readOnly === null && editor === null && isEmbargoOpen,
    run: ({ openId }) => {
      if (openId !== null) void setEmbargo(openId);
    },
  },
  {
    id: 'review-keep',
    label: 'command.reviewKeep',
    icon: Check,
    shortcut: { key: 'k' },
    hasKey,
    isEnabled: canDecide('keep'),
    run: () => void decide('keep'),
  },
  {
    id: 'review-same',
    label: 'command.reviewSame',
    icon: Copy,
    shortcut: { key: 's' },
    hasKey,
    isEnabled: canDecide('same'),
    run: () => void decide('same'),
  },
  {
    id: 'review-new-version',
    label: 'command.reviewNewVersion',
    icon: FilePlus2,
    shortcut: { key: 'n' },
    hasKey,
    isEnabled: canDecide('new-version'),
    run: () => void decide('new-version'),
  },
  {
    id: 'review-translation',
    label: 'command.reviewTranslation',
    icon: Languages,
    shortcut: { key: 't' },
    hasKey,
    isEnabled: canDecide('translation'),
    run: () => void decide('translation'),
  },
];
