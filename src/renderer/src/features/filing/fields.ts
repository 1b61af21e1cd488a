/** The fields of the form that a place in the source text can belong to. */
export const fieldNames = [
  'headline',
  'subheadline',
  'dateline',
  'byline',
  'publicationDate',
  'eventDate',
  'embargo',
  'body',
  'captions',
  'textCredit',
  'photoCredit',
  'boilerplate',
  'mediaContact',
  'people',
  'partners',
] as const;

export type FieldName = (typeof fieldNames)[number];

/** Puts the cursor into a field. */
export function focusField(name: FieldName | 'pack-contact'): void {
  const field = document.querySelector(`[data-field='${name}']`);
  // Beside the text of a release stand the buttons of its toolbar: the text comes first.
  const control =
    field?.querySelector<HTMLElement>('[contenteditable=true]') ??
    field?.querySelector<HTMLElement>('input, textarea, button');
  (control ?? field)?.scrollIntoView({ block: 'nearest', behavior: 'smooth' });
  control?.focus({ preventScroll: true });
}

let opening: FieldName = 'headline';

/** Where the cursor is to be when the form is drawn next, instead of in the headline. */
export function openAtField(name: FieldName): void {
  opening = name;
}

export function focusOpeningField(): void {
  focusField(opening);
  opening = 'headline';
}
