import { ChevronsUpDown } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from 'react-aria-components';
import {
  diffLines,
  diffParagraphs,
  foldUnchanged,
  textsOf,
  type DiffParagraph,
} from '../../../../shared/diff-paragraphs';
import type { DiffPiece, FieldDiff, HistoryField } from '../../../../shared/release-history';
import { releaseLanguages, releaseStatuses } from '../../../../shared/release';
import { useInterfaceLanguage, type TextKey } from '../../i18n';
import { instant, longDate } from '../../i18n/format';
import { Piece, Pieces } from './pieces';

const names = {
  headline: 'field.headline',
  subheadline: 'field.subheadline',
  dateline: 'field.dateline',
  byline: 'field.byline',
  publicationDate: 'field.publicationDate',
  eventDate: 'field.eventDate',
  language: 'field.language',
  status: 'field.status',
  inTrash: 'sidebar.places.trash',
  body: 'field.body',
  boilerplate: 'field.boilerplate',
  mediaContact: 'field.mediaContact',
  textCredit: 'field.textCredit',
  photoCredit: 'field.photoCredit',
  people: 'field.people',
  tags: 'field.tags',
  partnerIds: 'field.partners',
  photos: 'field.photos',
} as const satisfies Readonly<Record<HistoryField, TextKey>>;

interface FieldDiffViewProps {
  readonly diff: FieldDiff;
  /** Of what the release says, not of the interface. */
  readonly lang: string | undefined;
}

/** One field of a release in two revisions. */
export function FieldDiffView({ diff, lang }: FieldDiffViewProps) {
  const { t } = useTranslation();
  return (
    <section className="field-diff" aria-label={t(names[diff.field])}>
      <h3 className="field-diff-name">{t(names[diff.field])}</h3>
      <Content diff={diff} lang={lang} />
    </section>
  );
}

function Content({ diff: { field, pieces }, lang }: FieldDiffViewProps) {
  switch (field) {
    case 'inTrash':
    case 'language':
    case 'status':
    case 'publicationDate':
    case 'eventDate':
      return <Value field={field} pieces={pieces} />;
    case 'tags':
    case 'partnerIds':
    case 'people':
      return <Entries pieces={pieces} lang={lang} isChips={field !== 'people'} />;
    default:
      return <Paragraphs pieces={pieces} lang={lang} />;
  }
}

interface ValueProps {
  readonly field: HistoryField;
  readonly pieces: readonly DiffPiece[];
}

/** A date or a choice: the whole value before, the whole value after. */
function Value({ field, pieces }: ValueProps) {
  const { t } = useTranslation();
  const language = useInterfaceLanguage();
  const said = (value: string): string => {
    if (field === 'inTrash') {
      return value === ''
        ? t('history.notInTrash')
        : t('history.inTrash', { when: instant(value, language) });
    }
    if (value === '') return t('history.nothing');
    const status = releaseStatuses.find((each) => each === value);
    if (status) return t(`release.statuses.${status}`);
    const known = releaseLanguages.find((each) => each === value);
    return known ? t(`language.${known}`) : longDate(value, language);
  };
  const { before, after } = textsOf(pieces);
  return (
    <p className="field-diff-value">
      <Piece kind="removed" text={said(before)} />
      <Piece kind="added" text={said(after)} />
    </p>
  );
}

interface EntriesProps {
  readonly pieces: readonly DiffPiece[];
  readonly lang: string | undefined;
  readonly isChips: boolean;
}

function Entries({ pieces, lang, isChips }: EntriesProps) {
  const { t } = useTranslation();
  const entries = diffLines(pieces);
  return (
    <>
      <ul className={isChips ? 'field-diff-chips' : undefined} lang={lang}>
        {entries.map((entry) => (
          <li key={`${entry.kind} ${entry.text}`} className={isChips ? 'chip' : undefined}>
            <Piece {...entry} />
          </li>
        ))}
      </ul>
      {entries.every(({ kind }) => kind === 'same') && (
        <p className="quiet">{t('history.reordered')}</p>
      )}
    </>
  );
}

interface ParagraphsProps {
  readonly pieces: readonly DiffPiece[];
  readonly lang: string | undefined;
}

function Paragraphs({ pieces, lang }: ParagraphsProps) {
  const stretches = foldUnchanged(diffParagraphs(pieces));
  return (
    <div className="field-diff-text" lang={lang}>
      {stretches.map((stretch, index) =>
        stretch.kind === 'shown' ? (
          <Shown key={index} paragraphs={stretch.paragraphs} />
        ) : (
          <Folded key={index} paragraphs={stretch.paragraphs} />
        ),
      )}
    </div>
  );
}

function Shown({ paragraphs }: { readonly paragraphs: readonly DiffParagraph[] }) {
  return paragraphs.map((paragraph, index) => (
    <p key={index}>
      <Pieces pieces={paragraph.pieces} />
    </p>
  ));
}

function Folded({ paragraphs }: { readonly paragraphs: readonly DiffParagraph[] }) {
  const { t } = useTranslation();
  const language = useInterfaceLanguage();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button
        className="fold"
        lang={language}
        aria-expanded={isOpen}
        onPress={() => {
          setOpen(!isOpen);
        }}
      >
        <ChevronsUpDown size={12} aria-hidden />
        {t('history.unchanged', { count: paragraphs.length })}
      </Button>
      {isOpen && <Shown paragraphs={paragraphs} />}
    </>
  );
}
