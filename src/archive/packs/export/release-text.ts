import { photoNote } from '../../../shared/photo-places';
import { html, type SafeHtml } from './html';
import { embargoNotice } from './embargo-notice';
import { labelsFor, longDate } from './labels';
import { textLines } from './lines';
import { markdownHtml, withDateline } from './markdown';
import type { PlannedRelease } from './pack-plan';
import { creditText } from './photo-texts';
import { plainText } from './plain-text';

/** A release as plain text for pasting: UTF-8, a paragraph on one line, no Markdown left. */
export function releaseText(planned: PlannedRelease, packContact: string): string {
  const { release } = planned;
  const labels = labelsFor(release.language);
  const field = (label: string, value: string): string =>
    value === '' ? '' : `${label}${labels.colon}${value}`;
  const date = (day: string | null): string =>
    day === null ? '' : longDate(day, release.language);

  return paragraphs([
    planned.embargo === null ? '' : `*** ${embargoNotice(planned.embargo, release.language)} ***`,
    release.status === 'filed' ? '' : statusLine(release.status, labels),
    lines([release.headline.trim() || labels.untitled, release.subheadline.trim()]),
    lines([
      release.byline.trim(),
      field(labels.published, date(release.publicationDate)),
      field(labels.event, date(release.eventDate)),
    ]),
    plainText(withDateline(bodyHtml(planned), release.dateline)),
    lines([
      field(labels.partners, planned.partnerNames.join(labels.listSeparator)),
      field(labels.text, creditText(release.textCredit)),
      field(labels.photo, creditText(release.photoCredit)),
    ]),
    plainText(markdownHtml(release.boilerplate)),
    photoList(planned),
    contact(release.mediaContact.trim() || packContact, labels.contact),
  ]);
}

/** The body with "[Photo 2: caption]" where a photo stands; the number is that of its file. */
function bodyHtml({ release, photos }: PlannedRelease): SafeHtml {
  return markdownHtml(release.body, (photoId) => {
    const index = photos.findIndex(({ photo }) => photo.id === photoId);
    const caption = photos[index]?.texts.caption;
    return caption === undefined
      ? null
      : html`<figure>${photoNote(caption, release.language, index + 1)}</figure>`;
  });
}

function statusLine(status: 'draft' | 'withdrawn', labels: ReturnType<typeof labelsFor>): string {
  return status === 'draft'
    ? `*** ${labels.draft} *** ${labels.draftNotice}`
    : `*** ${labels.withdrawn} *** ${labels.withdrawnNotice}`;
}

function photoList({ release, photos }: PlannedRelease): string {
  if (photos.length === 0) return '';
  const labels = labelsFor(release.language);
  return paragraphs([
    labels.photos,
    ...photos.map(({ file, texts }) =>
      lines([
        file,
        texts.caption.replace(/\s+/gu, ' '),
        texts.credit === '' ? '' : `${labels.credit}${labels.colon}${texts.credit}`,
      ]),
    ),
  ]).trimEnd();
}

function contact(text: string, label: string): string {
  const contactLines = textLines(text);
  return contactLines.length === 0 ? '' : lines([label, ...contactLines]);
}

function lines(texts: readonly string[]): string {
  return texts.filter((text) => text !== '').join('\n');
}

function paragraphs(texts: readonly string[]): string {
  return `${texts.filter((text) => text !== '').join('\n\n')}\n`;
}
