import type { Release } from '../../shared/release';
import type { ComparedField } from '../../shared/release-comparison';
import type { DiffPiece, HistoryField } from '../../shared/release-history';
import { diffText } from '../history/diff-text';
import { textsOf, type Names } from '../history/compare-revisions';

/** Words that both texts have by chance make up less than this of the longer one. */
const leastCommon = 0.2;

/** Texts that a translation puts into other words. */
const translated = new Set<HistoryField>([
  'headline',
  'subheadline',
  'dateline',
  'byline',
  'body',
  'boilerplate',
  'mediaContact',
  'photos',
]);
/** What has no meaning between two releases, or stands in their heads. */
const leftOut = new Set<HistoryField>(['inTrash']);
/** Lists and single values are compared whole. */
const whole = new Set<HistoryField>([
  'publicationDate',
  'eventDate',
  'embargo',
  'language',
  'status',
  'people',
  'tags',
  'partnerIds',
]);

/** The fields that one of two releases has, each compared as far as that says something. */
export function compareReleases(
  left: Release,
  right: Release,
  names: Names,
): readonly ComparedField[] {
  const isTranslation = left.language !== right.language;
  const others = textsOf(right, names);
  const fields: ComparedField[] = [];
  for (const [field, text] of textsOf(left, names)) {
    const other = others.get(field) ?? '';
    if (leftOut.has(field) || (text === '' && other === '')) continue;
    fields.push({
      field,
      ...compareTexts(text, other, isTranslation && translated.has(field), whole.has(field)),
    });
  }
  return fields;
}

function compareTexts(
  left: string,
  right: string,
  isTranslation: boolean,
  isWhole: boolean,
): Pick<ComparedField, 'how' | 'pieces'> {
  if (left === right) return { how: 'same', pieces: [{ kind: 'same', text: left }] };
  const apart: readonly DiffPiece[] = [
    { kind: 'removed', text: left },
    { kind: 'added', text: right },
  ].filter(({ text }) => text !== '') as DiffPiece[];
  if (isWhole) return { how: 'marked', pieces: apart };
  if (isTranslation || left === '' || right === '') return { how: 'beside', pieces: apart };
  const pieces = diffText(left, right);
  const common = pieces
    .filter(({ kind }) => kind === 'same')
    .reduce((sum, { text }) => sum + text.trim().length, 0);
  return common < leastCommon * Math.max(left.length, right.length)
    ? { how: 'beside', pieces: apart }
    : { how: 'marked', pieces };
}
