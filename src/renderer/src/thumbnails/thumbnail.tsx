import { ImageOff } from 'lucide-react';
import { useEffect, useRef, useSyncExternalStore, type DragEventHandler } from 'react';
import type { PhotoId } from '../../../shared/photo';
import { classNames } from '../ui/class-names';
import '../ui/photo-image.css';
import { followThumbnails, knownOf, thumbnailGone, wantThumbnail } from './thumbnails';

interface ThumbnailProps {
  readonly id: PhotoId;
  readonly className: string;
  /** Where no words beside it say what it shows. */
  readonly alt?: string;
  /** Takes the photo to another program. */
  readonly onDragStart?: DragEventHandler;
}

/** A small picture of a photo, beside words that say what it is about. */
export function Thumbnail({ id, className, alt = '', onDragStart }: ThumbnailProps) {
  const known = useSyncExternalStore(followThumbnails, () => knownOf(id));
  const goneId = useRef<PhotoId | null>(null);
  useEffect(() => (known === 'unknown' ? wantThumbnail(id) : undefined), [id, known]);
  if (known === 'impossible') {
    return (
      <span className={classNames('photo-missing', className)} {...said(alt)}>
        <ImageOff size={18} strokeWidth={1.5} aria-hidden />
      </span>
    );
  }
  if (known === 'unknown')
    return <span className={classNames('photo', className)} {...said(alt)} />;
  return (
    <img
      src={`media://thumbnail/${id}`}
      alt={alt}
      decoding="async"
      draggable={onDragStart !== undefined}
      onDragStart={onDragStart}
      className={classNames('photo', className)}
      onError={() => {
        thumbnailGone(id, goneId.current === id);
        goneId.current = id;
      }}
    />
  );
}

/** What stands in its place has its name. */
function said(alt: string) {
  return alt === '' ? { 'aria-hidden': true } : { role: 'img', 'aria-label': alt };
}
