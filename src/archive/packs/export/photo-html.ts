import type { PhotoFormat } from '../../../shared/photo';
import { address, html, type SafeHtml } from './html';
import type { Labels } from './labels';
import type { PlannedPhoto } from './pack-plan';

/** Formats that all browsers show; the others are offered as a file. */
const shownFormats: ReadonlySet<PhotoFormat> = new Set(['jpg', 'png', 'webp', 'gif', 'avif']);

/** The image, or where no browser shows its format, a tile that names it. */
export function photoImage({ file, photo, texts }: PlannedPhoto, root: string): SafeHtml {
  if (!shownFormats.has(photo.format)) {
    return html`<span class="tile">${photo.format.toUpperCase()}</span>`;
  }
  // Without an alternative text the caption tells a listener more than the file's name would.
  const alternative = texts.altText || texts.caption || photo.fileName;
  return html`<img
    src="${root}${address(file)}"
    alt="${alternative}"
    width="${String(photo.width)}"
    height="${String(photo.height)}"
    loading="lazy"
  />`;
}

/** The image with caption and credit, linked to the original. */
export function photoFigure(
  planned: PlannedPhoto,
  root: string,
  labels: Labels,
  role: 'lead' | 'further' | 'inline',
): SafeHtml {
  const { caption, credit } = planned.texts;
  return html`<figure class="${role}${shape(planned)}">
    <a href="${root}${address(planned.file)}">${photoImage(planned, root)}</a>
    <figcaption>
      ${caption === '' ? null : html`<span class="caption">${caption}</span> `}${
        credit === ''
          ? null
          : html`<span class="credit"
              >${labelled(credit) ? '' : `${labels.photo}${labels.colon}`}${credit}</span
            >`
      }
    </figcaption>
  </figure> `;
}

function shape({ photo }: PlannedPhoto): string {
  return photo.height > photo.width ? ' upright' : '';
}

/** Many credit lines say themselves what they are: "Photo: …", "图：…". */
function labelled(credit: string): boolean {
  return /^(?:photo|picture|image|图|摄影|照片)/iu.test(credit);
}
