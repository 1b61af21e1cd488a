import { basename } from 'node:path';
import { creditText } from '../../shared/release-draft';
import { fieldLines, numbered } from '../format/fields';
import { languageNames } from '../format/language-name';
import { personText } from '../format/person-text';
import type { FiledRelease, ProposedPartner, TaggedPartner } from './import-result';

/** What was read from a text, for a person to look over. */
export function filedLines(release: FiledRelease): readonly string[] {
  const { content, photos } = release;
  const title =
    release.id === null
      ? `Would file ${basename(release.path)}`
      : `Filed ${basename(release.path)} as ${release.id}`;
  return [
    title,
    ...fieldLines([
      ['headline', content.headline],
      ['published', content.publicationDate ?? ''],
      ['event', content.eventDate ?? ''],
      ['dateline', content.dateline],
      ['language', languageNames[content.language]],
      ['text credit', content.textCredit === null ? '' : creditText(content.textCredit)],
      ['photo credit', content.photoCredit === null ? '' : creditText(content.photoCredit)],
      ['captions', numbered(release.captions)],
      ['people', content.people.map(personText)],
      ['partners', release.partners.map(taggedText)],
      ['proposed', release.proposedPartners.map(proposedText)],
      ['photos', numbered(photos.map((photo) => basename(photo.path)))],
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
