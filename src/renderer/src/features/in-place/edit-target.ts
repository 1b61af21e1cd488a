import type { PhotoId } from '../../../../shared/photo';
import type { Release, ReleaseContent } from '../../../../shared/release';

/** A text of a release that can be edited where it stands. */
export type EditTarget =
  | { readonly field: 'headline' | 'subheadline' | 'tags' }
  | { readonly field: 'caption' | 'creditLine'; readonly photoId: PhotoId };

const tagSeparator = /[,;\uFF0C\uFF1B\u3001\n]/;

/** Names a target within its release. */
export function targetKey(target: EditTarget): string {
  return 'photoId' in target ? `${target.field} ${target.photoId}` : target.field;
}

export function textOfTarget(release: ReleaseContent, target: EditTarget): string {
  switch (target.field) {
    case 'headline':
    case 'subheadline':
      return release[target.field];
    case 'tags':
      return release.tags.join(', ');
    default:
      return release.photos.find(({ photoId }) => photoId === target.photoId)?.[target.field] ?? '';
  }
}

/** False where a line of text couldn't say what there is: a tag with a comma in it. */
export function fitsOneLine(release: ReleaseContent, target: EditTarget): boolean {
  return target.field !== 'tags' || !release.tags.some((tag) => tagSeparator.test(tag));
}

/** What a release says, with this text in its place and all else as it was. */
export function withText(release: Release, target: EditTarget, text: string): ReleaseContent {
  const {
    id: _id,
    revision: _revision,
    createdAt: _createdAt,
    modifiedAt: _modifiedAt,
    deletedAt: _deletedAt,
    source: _source,
    ...content
  } = release;
  switch (target.field) {
    case 'headline':
    case 'subheadline':
      return { ...content, [target.field]: text };
    case 'tags': {
      const tags = text.split(tagSeparator).map((tag) => tag.trim());
      return { ...content, tags: [...new Set(tags.filter((tag) => tag !== ''))] };
    }
    default:
      return {
        ...content,
        photos: content.photos.map((photo) =>
          photo.photoId === target.photoId ? { ...photo, [target.field]: text } : photo,
        ),
      };
  }
}
