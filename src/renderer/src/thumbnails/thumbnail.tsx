import { ImageOff } from 'lucide-react';
import { useEffect, useRef, useSyncExternalStore } from 'react';
import type { PhotoId } from '../../../shared/photo';
import { classNames } from '../ui/class-names';
import '../ui/photo-image.css';
import { followThumbnails, knownOf, thumbnailGone, wantThumbnail } from './thumbnails';

interface ThumbnailProps {
  readonly id: PhotoId;
  readonly className: string;
}

/** A small picture of a photo, beside words that say what it is about. */
export function Thumbnail({ id, className }: ThumbnailProps) {
  const known = useSyncExternalStore(followThumbnails, () => knownOf(id));
  const goneId = useRef<PhotoId | null>(null);
  useEffect(() => (known === 'unknown' ? wantThumbnail(id) : undefined), [id, known]);
  if (known === 'impossible') {
    return (
      <span className={classNames('photo-missing', className)} aria-hidden>
        <ImageOff size={18} strokeWidth={1.5} />
      </span>
    );
  }
  if (known === 'unknown') return <span className={classNames('photo', className)} aria-hidden />;
  return (
    <img
      src={`media://thumbnail/${id}`}
      alt=""
      decoding="async"
      draggable={false}
      className={classNames('photo', className)}
      onError={() => {
        thumbnailGone(id, goneId.current === id);
        goneId.current = id;
      }}
    />
  );
}
