import type { ParsedRelease } from '../../shared/parsed-release';
import { recogniseCaptions } from './parsing/captions';
import { recogniseClosing } from './parsing/closing';
import { recogniseCredits } from './parsing/credits';
import { recogniseDateline } from './parsing/dateline';
import { datePublicationByEmbargo, recogniseEmbargo } from './parsing/embargo';
import { recogniseEventDate } from './parsing/event-date';
import { recogniseHeadline } from './parsing/headline';
import { recogniseLabels } from './parsing/labels';
import type { ParserContext, Recogniser } from './parsing/page';
import { openPage } from './parsing/page';
import { gatherParagraphs } from './parsing/paragraphs';
import { recognisePhotoPlaces } from './parsing/photo-places';
import { recognisePartners } from './parsing/partners';
import { recognisePeople } from './parsing/people';
import { recognisePublication } from './parsing/publication';
import { recogniseSubheadline } from './parsing/subheadline';

export type { ParserContext } from './parsing/page';

/** In this order: each one reads what those before it left. */
const recognisers: readonly Recogniser[] = [
  recognisePhotoPlaces,
  recogniseEmbargo,
  recogniseLabels,
  recognisePublication,
  recogniseClosing,
  recogniseHeadline,
  recogniseDateline,
  datePublicationByEmbargo,
  recogniseCredits,
  recogniseSubheadline,
  recogniseCaptions,
  recogniseEventDate,
  recognisePeople,
  recognisePartners,
  gatherParagraphs,
];

/**
 * Takes the text of a press release apart. Never throws; `text` comes back unchanged, spans count
 * UTF-16 units in it. What the text doesn't say is null or empty. Everything that isn't recognised
 * stays in the paragraphs, except labels ("FOR IMMEDIATE RELEASE"), end marks ("###") and the
 * words around a publication date ("Published:", "| by").
 */
export function parsePressRelease(text: string, context: ParserContext): ParsedRelease {
  const start = openPage(text, context);
  const { found, language } = recognisers.reduce((page, recognise) => recognise(page), start);
  return { text, language, ...found };
}
