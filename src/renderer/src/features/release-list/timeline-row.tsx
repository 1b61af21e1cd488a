import { currentLanguage } from '../../i18n';
import { dayParts } from '../../i18n/format';
import { Thumbnail } from '../../thumbnails/thumbnail';
import type { ReleaseLookProps } from './release-option';
import { Headline, Partners, ReleaseMarks, Snippet } from './row-parts';

/** The day beside the line, headline and partners on its other side. */
export function TimelineRow({ hit, partners, period }: ReleaseLookProps) {
  const { release, snippets } = hit;
  const { publicationDate, leadPhotoId } = release;
  const isFoundInText = snippets.some(({ field }) => field !== 'headline');
  const { day, beside } = publicationDate
    ? dayParts(publicationDate, period, currentLanguage())
    : { day: '–', beside: '' };
  return (
    <>
      <p className="row-day">
        <span className="row-day-number">{day}</span>
        <span className="row-day-beside">{beside}</span>
      </p>
      <span className="row-dot" aria-hidden />
      <div className="row-text">
        <Headline hit={hit} />
        {isFoundInText && <Snippet hit={hit} />}
        <p className="row-meta">
          <ReleaseMarks release={release} />
          <Partners names={partners} />
        </p>
      </div>
      {leadPhotoId && <Thumbnail key={leadPhotoId} id={leadPhotoId} className="row-thumb" />}
    </>
  );
}
