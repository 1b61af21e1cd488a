import type { DocumentTexts } from '../search-document';

/** Between the fields, and between the texts of a field. */
const fieldEnd = '\u001e';
const textEnd = '\u001f';
const ends = /[\u001e\u001f]/g;

const clean = (text: string): string => (ends.test(text) ? text.replace(ends, ' ') : text);
const joined = (texts: readonly string[]): string => texts.map(clean).join(textEnd);
const parted = (text: string | undefined): readonly string[] =>
  text === undefined || text === '' ? [] : text.split(textEnd);

/** The texts of a document as one string, which `parseTexts` takes apart again. */
export function joinTexts(document: DocumentTexts): string {
  return [
    clean(document.headline),
    clean(document.subheadline),
    joined(document.captions),
    joined(document.credits),
    joined(document.partners),
    joined(document.people),
    joined(document.tags),
    clean(document.place),
    clean(document.body),
  ].join(fieldEnd);
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
