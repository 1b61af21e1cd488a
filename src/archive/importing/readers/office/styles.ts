/** What stands where among a document's styles, by class. */
export const styled = {
  title: 'document-title',
  byline: 'document-byline',
  date: 'document-date',
  caption: 'document-caption',
} as const;

/** What a style makes of its paragraph; the number is a heading's level. */
export type ParagraphRole = keyof typeof styled | 'quote' | number | null;

/** The names of styles under which programs keep what a release needs, each spelt as Word does. */
export const styleNames: Readonly<Record<keyof typeof styled | 'quote', readonly string[]>> = {
  title: ['Title', '标题'],
  byline: ['Author', 'Byline'],
  date: ['Date'],
  caption: [
    'Caption',
    'Image Caption',
    'Picture Caption',
    'Photo Caption',
    'Illustration',
    'Figure',
    '题注',
  ],
  quote: ['Quote', 'Intense Quote', 'Block Text', 'Quotations'],
};

const roles = new Map<string, ParagraphRole>(
  Object.entries(styleNames).flatMap(([role, names]) =>
    names.map((name) => [name.toLowerCase(), role as keyof typeof styleNames] as const),
  ),
);

/** null for a style of plain text. */
export function roleOfStyle(name: string): ParagraphRole {
  const known = name.trim().toLowerCase();
  const role = roles.get(known);
  if (role !== undefined) return role;
  const heading = /^(?:heading|überschrift|titre|标题|標題)\s*([1-9])$/u.exec(known);
  return heading === null ? null : Math.min(6, Number(heading[1]));
}
