import type { LucideIcon } from 'lucide-react';
import { hasInitials, pinyinInitials } from '../../../../shared/pinyin-initials';
import {
  textOf,
  type Command,
  type CommandContext,
  type CommandId,
  type Shortcut,
} from '../../commands/command';

/** Something that the palette leads to. */
export interface PaletteEntry {
  readonly id: string;
  /** Under which heading it stands. */
  readonly group: string;
  readonly label: string;
  /** Other names by which it is found: those of the other language. */
  readonly otherNames: readonly string[];
  readonly icon: LucideIcon;
  readonly shortcut: Shortcut | undefined;
  readonly isOn: boolean;
  readonly run: () => void;
}

interface CommandGroup {
  readonly title: string;
  readonly commands: readonly Command[];
}

/** Of all commands those that make sense now. */
export function commandEntries(
  groups: readonly CommandGroup[],
  context: CommandContext,
  otherNameOf: (command: Command) => string,
  run: (id: CommandId, argument: string | null) => void,
): readonly PaletteEntry[] {
  return groups.flatMap(({ title: group, commands }) =>
    commands
      .filter((command) => command.isEnabled(context) && command.id !== 'palette')
      .flatMap((command): readonly PaletteEntry[] => {
        const shared = {
          group,
          icon: command.icon,
          shortcut: command.shortcut,
          isOn: command.isOn?.(context) ?? false,
        };
        const label = textOf(command, context);
        if (command.variants === undefined) {
          return [
            {
              ...shared,
              id: command.id,
              label,
              otherNames: [otherNameOf(command)],
              run: () => {
                run(command.id, null);
              },
            },
          ];
        }
        return command.variants(context).map(({ argument, text }) => ({
          ...shared,
          id: `${command.id} ${argument}`,
          label: `${label}: ${text}`,
          otherNames: [otherNameOf(command), argument],
          run: () => {
            run(command.id, argument);
          },
        }));
      }),
  );
}

const mostShown = 60;

/** How well an entry answers: the smaller, the better; null where a word of the text is not in it. */
function rankOf({ label, otherNames }: PaletteEntry, words: readonly string[]): number | null {
  const ranks = [label, ...otherNames].map((name, position) => {
    const folded = fold(name);
    let rank = position === 0 ? 0 : 1;
    for (const word of words) {
      const at = folded.indexOf(word);
      if (at < 0) return null;
      const startsWord = at === 0 || /[\s:“"(]/.test(folded.charAt(at - 1));
      rank += at === 0 ? 0 : startsWord ? 2 : 4;
    }
    return rank;
  });
  if (
    words.length === 1 &&
    [label, ...otherNames].some((name) => hasInitials(pinyinInitials(name), words[0] ?? ''))
  )
    ranks.push(5);
  return ranks.reduce<number | null>(
    (best, rank) => (rank !== null && (best === null || rank < best) ? rank : best),
    null,
  );
}

function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

/** The entries that have all words of the text, the best first; all in their order for no text. */
export function matchingEntries(
  entries: readonly PaletteEntry[],
  text: string,
): readonly PaletteEntry[] {
  const words = fold(text).split(/\s+/).filter(Boolean);
  if (words.length === 0) return entries.slice(0, mostShown);
  return entries
    .map((entry) => ({ entry, rank: rankOf(entry, words) }))
    .filter((found): found is { entry: PaletteEntry; rank: number } => found.rank !== null)
    .sort((a, b) => a.rank - b.rank)
    .slice(0, mostShown)
    .map(({ entry }) => entry);
}
