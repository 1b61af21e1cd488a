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
  const control = field?.querySelector<HTMLElement>('input, textarea, button');
  (control ?? field)?.scrollIntoView({ block: 'nearest', behavior: 'smooth' });
  control?.focus({ preventScroll: true });
}
