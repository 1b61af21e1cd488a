import type { ReleaseContent } from '../../shared/release';
import type { ManyReleasesChange } from '../../shared/release-history';

type Edited = Pick<ReleaseContent, 'tags' | 'partnerIds' | 'status' | 'language'>;

/** What a change makes of a release; null where it makes no difference. */
export function editedAlike(release: Edited, change: ManyReleasesChange): Edited | null {
  const addTags = change.addTags.map((tag) => tag.normalize('NFC').trim()).filter(Boolean);
  const edited: Edited = {
    tags: changed(release.tags, addTags, change.removeTags),
    partnerIds: changed(release.partnerIds, change.addPartnerIds, change.removePartnerIds),
    status: change.status ?? release.status,
    language: change.language ?? release.language,
  };
  const same =
    edited.status === release.status &&
    edited.language === release.language &&
    isSame(edited.tags, release.tags) &&
    isSame(edited.partnerIds, release.partnerIds);
  return same ? null : edited;
}

/** What is there keeps its order; what is added comes last. */
function changed(
  before: readonly string[],
  added: readonly string[],
  removed: readonly string[],
): readonly string[] {
  const gone = new Set(removed);
  return [...new Set([...before.filter((each) => !gone.has(each)), ...added])];
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((each, index) => each === b[index]);
}
