import { Thumbnail } from '../../thumbnails/thumbnail';
import type { ReleaseLookProps } from './release-option';
import { Headline, Partners, PhotoCount, ReleaseDate, ReleaseMarks, Snippet } from './row-parts';

/** Date, headline, first words or what was found, partners; the lead photo beside them. */
export function ComfortableRow({ hit, partners }: ReleaseLookProps) {
  const { release } = hit;
  return (
    <>
      <div className="row-text">
        <p className="row-meta">
          <ReleaseDate release={release} />
          <ReleaseMarks release={release} />
          {release.photoCount > 1 && <PhotoCount count={release.photoCount} />}
        </p>
        <Headline hit={hit} />
        <Snippet hit={hit} />
        <Partners names={partners} />
      </div>
      {release.leadPhotoId && (
        <Thumbnail key={release.leadPhotoId} id={release.leadPhotoId} className="row-thumb" />
      )}
    </>
  );
}
