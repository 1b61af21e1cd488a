import type { DocumentTexts } from '../search-document';

/** Between the fields, and between the texts of a field. */
const fieldEnd = '\u001e';
const textEnd = '\u001f';
const ends = /[\u001e\u001f]/g;

const clean = (text: string): string =>
  text.includes(fieldEnd) || text.includes(textEnd) ? text.replace(ends, ' ') : text;
const joined = (texts: readonly string[]): string => texts.map(clean).join(textEnd);
const parted = (text: string | undefined): readonly string[] =>
  text === undefined || text === '' ? [] : text.split(textEnd);

/** Writes the texts of a document so that `parseTexts` can take them apart again. */
export function writeTexts(document: DocumentTexts, write: (text: string) => void): void {
  write(clean(document.headline) + fieldEnd + clean(document.subheadline) + fieldEnd);
  for (const texts of [
    document.captions,
    document.credits,
    document.partners,
    document.people,
    document.tags,
  ]) {
    write(texts.length === 0 ? fieldEnd : joined(texts) + fieldEnd);
  }
  write(clean(document.place) + fieldEnd);
  write(clean(document.body));
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
