import type { TagCount } from '../../../../shared/archive-info';
import { isNameTyped, pinyinInitials } from '../../../../shared/pinyin-initials';

/**
 * The tags that have what was typed, in the collator's order; without one they stay as they come. What
 * begins with it stands before what only has it.
 */
export function matchingTags(
  tags: readonly TagCount[],
  typed: string,
  collator: Intl.Collator | null,
): readonly TagCount[] {
  const wanted = typed.trim().toLowerCase();
  const found = tags.filter(({ tag }) => isNameTyped(tag, wanted));
  if (collator === null) return found;
  const rank = ({ tag }: TagCount): number => {
    if (tag.toLowerCase().startsWith(wanted)) return 0;
    return wanted !== '' && pinyinInitials(tag).startsWith(wanted) ? 1 : 2;
  };
  return found.sort((a, b) => rank(a) - rank(b) || collator.compare(a.tag, b.tag));
}
