import { embargoText } from '../../shared/embargo';
import { creditText } from '../../shared/release-draft';
import type { ImportRemark } from '../../shared/importing';
import type { ReviewReason } from '../../shared/review';
import { countOf, fieldLines, numbered } from '../format/fields';
import { fileNameOf } from '../format/file-name';
import { languageNames } from '../format/language-name';
import { personText } from '../format/person-text';
import type {
  FiledRelease,
  ProposedPartner,
  TaggedPartner,
} from '../../archive/importing/batch/import-result';

/** What was read from a text, for a person to look over. */
export function filedLines(release: FiledRelease): readonly string[] {
  const { content, photos } = release;
  const as = content.status === 'draft' ? ' as a draft' : '';
  const title =
    release.id === null
      ? `Would file ${fileNameOf(release.path)}${as}`
      : `Filed ${fileNameOf(release.path)} as ${release.id}`;
  return [
    title,
    ...fieldLines([
      ['headline', content.headline],
      ['published', content.publicationDate ?? ''],
      ['event', content.eventDate ?? ''],
      ['embargo', content.embargo === null ? '' : embargoText(content.embargo)],
      ['dateline', content.dateline],
      ['language', languageNames[content.language]],
      ['text credit', content.textCredit === null ? '' : creditText(content.textCredit)],
      ['photo credit', content.photoCredit === null ? '' : creditText(content.photoCredit)],
      ['captions', numbered(release.captions)],
      ['people', content.people.map(personText)],
      ['partners', release.partners.map(taggedText)],
      ['proposed', release.proposedPartners.map(proposedText)],
      ['photos', numbered(photos.map((photo) => fileNameOf(photo.path)))],
      ['needs a look', release.review.map(({ reason }) => reviewSentences[reason])],
      ['remarks', release.remarks.map(remarkText)],
    ]),
  ];
}

function taggedText({ id, name, added }: TaggedPartner): string {
  if (!added) return name;
  return id === null ? `${name} (would be added)` : `${name} (added)`;
}

function proposedText({ name, confidence, mentions }: ProposedPartner): string {
  return `${name} (${confidence} confidence, named ${mentions === 1 ? 'once' : `${mentions} times`})`;
}

const reviewSentences: Readonly<Record<ReviewReason, string>> = {
  'near-duplicate': 'most of its text is that of another release',
  'same-headline-and-date': 'another release has this headline and date',
  'may-be-translation': 'it may be the same story as a release in another language',
  'encoding-unsure': 'its encoding is a guess',
  'no-headline': 'it has no headline and is called after its file',
  'no-text': 'it has no text',
  'embargo-open': 'its text speaks of an embargo without saying until when',
};

/** What a person should know of a file that could be read. */
export function remarkText({ code, count }: ImportRemark): string {
  switch (code) {
    case 'pictures-not-in-file':
      return countOf(count, 'picture is', 'pictures are') + ' not in the file';
    case 'pictures-unreadable':
      return countOf(count, 'picture', 'pictures') + " can't be read";
    case 'changes-accepted':
      return countOf(count, 'tracked change was', 'tracked changes were') + ' accepted';
    case 'comments-left-out':
      return countOf(count, 'comment was', 'comments were') + ' left out';
    case 'hidden-left-out':
      return countOf(count, 'hidden passage was', 'hidden passages were') + ' left out';
    case 'text-cut-off':
      return 'its text was cut off at the limit';
    case 'embargoed':
      return 'it was scheduled for later';
    case 'pages-left-out':
      return countOf(count, 'page was', 'pages were') + ' left out';
    case 'deleted-left-out':
      return countOf(count, 'deleted post was', 'deleted posts were') + ' left out';
    case 'password-protected':
      return 'its page asked for a password';
  }
}
