import { Thumbnail } from '../../thumbnails/thumbnail';
import type { ReleaseLookProps } from './release-option';
import { Headline, Partners, PhotoCount, ReleaseDate, ReleaseMarks, Snippet } from './row-parts';

/** The lead photo above date, headline and partners; where there is none, the first words. */
export function ReleaseCard({ hit, partners }: ReleaseLookProps) {
  const { release, snippets } = hit;
  const { leadPhotoId, photoCount } = release;
  const isFoundInText = snippets.some(({ field }) => field !== 'headline');
  return (
    <div className="card">
      {leadPhotoId === null ? (
        <div className="card-words">
          <Snippet hit={hit} />
        </div>
      ) : (
        <Thumbnail key={leadPhotoId} id={leadPhotoId} className="card-photo" />
      )}
      <div className="row-text">
        <p className="row-meta">
          <ReleaseDate release={release} />
          <ReleaseMarks release={release} />
          {photoCount > 1 && <PhotoCount count={photoCount} />}
        </p>
        <Headline hit={hit} />
        {leadPhotoId !== null && isFoundInText && <Snippet hit={hit} />}
        <Partners names={partners} />
      </div>
    </div>
  );
}
