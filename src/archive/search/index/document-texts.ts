import type { DocumentTexts } from '../search-document';

/** Between the fields, and between the texts of a field. */
const fieldEnd = '\u001e';
const textEnd = '\u001f';
const eitherEnd = /[\u001e\u001f]/;
const ends = /[\u001e\u001f]/g;
/** From this length on two searches for one character are quicker than one for either. */
const long = 256;

function hasEnds(text: string): boolean {
  if (text.length < long) return eitherEnd.test(text);
  return text.includes(fieldEnd) || text.includes(textEnd);
}

const clean = (text: string): string => (hasEnds(text) ? text.replace(ends, ' ') : text);
const joined = (texts: readonly string[]): string =>
  texts.length === 1 ? clean(texts[0] ?? '') : texts.map(clean).join(textEnd);
const parted = (text: string | undefined): readonly string[] =>
  text === undefined || text === '' ? [] : text.split(textEnd);

/** The texts of a document in two parts, so that `parseTexts` can take them apart again when joined. */
export function joinedTexts(document: DocumentTexts): readonly [before: string, body: string] {
  let before = clean(document.headline) + fieldEnd + clean(document.subheadline) + fieldEnd;
  for (const texts of [
    document.captions,
    document.credits,
    document.partners,
    document.people,
    document.tags,
  ]) {
    before += texts.length === 0 ? fieldEnd : joined(texts) + fieldEnd;
  }
  return [before + clean(document.place) + fieldEnd, clean(document.body)];
}

export function parseTexts(text: string): DocumentTexts {
  const parts = text.split(fieldEnd);
  return {
    headline: parts[0] ?? '',
    subheadline: parts[1] ?? '',
    captions: parted(parts[2]),
    credits: parted(parts[3]),
    partners: parted(parts[4]),
    people: parted(parts[5]),
    tags: parted(parts[6]),
    place: parts[7] ?? '',
    body: parts[8] ?? '',
  };
}
