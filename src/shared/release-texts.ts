import type { ReleaseContent } from './release';

/** The fields of one line each, in the order of the form; '' for a date that a release doesn't have. */
export function headTextsOf(release: ReleaseContent) {
  const { headline, subheadline, dateline, byline, publicationDate, eventDate } = release;
  return {
    headline,
    subheadline,
    dateline,
    byline,
    publicationDate: publicationDate ?? '',
    eventDate: eventDate ?? '',
  };
}
