import { embargoText } from '../../shared/embargo';
import type { PackRemark } from '../../shared/press-pack';

/** What the check of a pack found, as one plain sentence. */
export function remarkSentence({ kind, name, embargo }: PackRemark): string {
  switch (kind) {
    case 'release-missing':
      return `A release of the pack is no longer in the archive (${name}); it is left out.`;
    case 'release-in-trash':
      return `"${name}" lies in the trash; it is left out.`;
    case 'release-withdrawn':
      return `"${name}" was withdrawn.`;
    case 'release-draft':
      return `"${name}" is still a draft.`;
    case 'release-embargoed':
      return `"${name}" is under embargo until ${embargo ? embargoText(embargo) : 'later'}.`;
    case 'photo-without-caption':
      return `The photo ${name} has no caption.`;
    case 'photo-without-credit':
      return `The photo ${name} has no credit.`;
    case 'photo-without-alt-text':
      return `The photo ${name} has no alternative text.`;
    case 'contact-missing':
      return 'The pack names no contact; give one with --contact.';
  }
}
