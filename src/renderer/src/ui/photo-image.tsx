import { ImageOff } from 'lucide-react';
import { useState, type DragEventHandler } from 'react';
import type { PhotoId } from '../../../shared/photo';
import { classNames } from './class-names';
import './photo-image.css';

/** Where main serves a photo's pixels, staged ones included. */
export function photoAddress(id: PhotoId): string {
  return `media://photo/${id}`;
}

interface PhotoImageProps {
  readonly id: PhotoId;
  readonly alt: string;
  readonly className?: string;
  /** Pixels of the original; they keep its place until it is drawn. */
  readonly size?: { readonly width: number; readonly height: number } | undefined;
  /** Takes the photo to another program. */
  readonly onDragStart?: DragEventHandler;
}

/** A photo; formats that the window can't draw (TIFF, HEIC) show as a quiet sign instead. */
export function PhotoImage({ id, alt, className, size, onDragStart }: PhotoImageProps) {
  const [failedId, setFailedId] = useState<PhotoId | null>(null);
  if (failedId === id) {
    return (
      <span
        className={classNames('photo-missing', className)}
        {...(alt === '' ? { 'aria-hidden': true } : { role: 'img', 'aria-label': alt })}
      >
        <ImageOff size={18} strokeWidth={1.5} aria-hidden />
      </span>
    );
  }
  return (
    <img
      src={photoAddress(id)}
      alt={alt}
      {...(size && { width: size.width, height: size.height })}
      loading="lazy"
      decoding="async"
      draggable={onDragStart !== undefined}
      onDragStart={onDragStart}
      className={classNames('photo', className)}
      onError={() => {
        setFailedId(id);
      }}
    />
  );
}
