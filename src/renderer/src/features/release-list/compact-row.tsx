import { Image } from 'lucide-react';
import { translate } from '../../i18n';
import { StatusBadge } from '../embargo/embargo-badge';
import type { ReleaseLookProps } from './release-option';
import { Headline, ReleaseDate, StoryMark } from './row-parts';

/** One line: date, headline, the first partner, whether there are photos and a version in another language. */
export function CompactRow({ hit, partners }: ReleaseLookProps) {
  const { release } = hit;
  const [partner, ...others] = partners;
  return (
    <>
      <p className="row-meta">
        <ReleaseDate release={release} />
      </p>
      <Headline hit={hit} />
      <StatusBadge release={release} />
      {partner !== undefined && (
        <p className="row-partners" title={partners.join(' · ')}>
          {others.length === 0 ? partner : `${partner} +${others.length}`}
        </p>
      )}
      {release.isInStory && (
        <span className="row-story-mark">
          <StoryMark release={release} />
        </span>
      )}
      <span className="row-photo-mark">
        {release.photoCount > 0 && (
          <Image
            size={12}
            role="img"
            aria-label={translate('list.hasPhotos', { count: release.photoCount })}
          />
        )}
      </span>
    </>
  );
}
