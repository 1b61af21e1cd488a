import type { OnlyHere, StoryVersion, StoryView } from '../../../../shared/story';
import { releaseLanguages } from '../../../../shared/release';

const onlyHereKinds = [
  'photo',
  'partner',
  'person',
  'number',
  'publicationDate',
  'eventDate',
] as const satisfies readonly OnlyHere['kind'][];

/** The versions in an order that doesn't depend on which of them is read. */
export function orderedVersions({ versions }: StoryView): readonly StoryVersion[] {
  const rank = ({ release }: StoryVersion): number => releaseLanguages.indexOf(release.language);
  return [...versions].sort((a, b) => rank(a) - rank(b) || (a.release.id < b.release.id ? -1 : 1));
}

/** What is only in one version, by what it is; kinds of which there is nothing are left out. */
export function groupedOnlyHere(
  found: readonly OnlyHere[],
): readonly { readonly kind: OnlyHere['kind']; readonly texts: readonly string[] }[] {
  return onlyHereKinds
    .map((kind) => ({
      kind,
      texts: found.filter((each) => each.kind === kind).map(({ text }) => text),
    }))
    .filter(({ texts }) => texts.length > 0);
}
