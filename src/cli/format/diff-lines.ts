import { diffLines, diffParagraphs, foldUnchanged, textsOf } from '../../shared/diff-paragraphs';
import type {
  DiffPiece,
  FieldDiff,
  HistoryField,
  RevisionDiff,
} from '../../shared/release-history';
import { countOf } from './fields';

const names: Readonly<Record<HistoryField, string>> = {
  headline: 'headline',
  subheadline: 'subheadline',
  dateline: 'dateline',
  byline: 'byline',
  publicationDate: 'published',
  eventDate: 'event',
  embargo: 'embargo',
  language: 'language',
  status: 'status',
  inTrash: 'in the trash since',
  body: 'text',
  boilerplate: 'boilerplate',
  mediaContact: 'media contact',
  textCredit: 'text credit',
  photoCredit: 'photo credit',
  people: 'people',
  tags: 'tags',
  partnerIds: 'partners',
  photos: 'photos',
};

/** Whole values: words of a date or a code tell nothing. */
const values = new Set<HistoryField>([
  'publicationDate',
  'eventDate',
  'embargo',
  'language',
  'status',
  'inTrash',
]);
const lists = new Set<HistoryField>(['people', 'tags', 'partnerIds']);

/** What differs, marked as git and wdiff mark words: [-removed-] {+added+}. */
export function revisionDiffLines({ fields }: RevisionDiff): readonly string[] {
  return fields.flatMap((field, index) => [
    ...(index === 0 ? [] : ['']),
    names[field.field],
    ...fieldLines(field).map((line) => `  ${line}`),
  ]);
}

function fieldLines({ field, pieces }: FieldDiff): readonly string[] {
  if (values.has(field)) {
    const { before, after } = textsOf(pieces);
    return [[mark('removed', before), mark('added', after)].filter(Boolean).join(' ')];
  }
  if (lists.has(field)) return diffLines(pieces).map(({ kind, text }) => mark(kind, text));
  return foldUnchanged(diffParagraphs(pieces)).flatMap((stretch) =>
    stretch.kind === 'folded'
      ? [`... ${countOf(stretch.paragraphs.length, 'unchanged paragraph')} ...`]
      : stretch.paragraphs.flatMap((paragraph) =>
          paragraph.pieces
            .map(({ kind, text }) => mark(kind, text))
            .join('')
            .split('\n'),
        ),
  );
}

function mark(kind: DiffPiece['kind'], text: string): string {
  if (kind === 'same' || text === '') return text;
  return kind === 'removed' ? `[-${text}-]` : `{+${text}+}`;
}
