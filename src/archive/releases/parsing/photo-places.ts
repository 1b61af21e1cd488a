import type { Page, Recogniser } from './page';
import { note } from './page';

/** The place of a photo in the flow: a Markdown image without words. */
const place = /^!\[\]\([^)\n]*\)$/;

/** Photos in the flow are neither headlines nor paragraphs that say something; they stay in the body. */
export const recognisePhotoPlaces: Recogniser = (page: Page): Page =>
  note(page, {
    roles: page.blocks
      .filter((block) => place.test(block.folded))
      .map((block) => [block.index, 'photo'] as const),
  });
