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
import { useInterfaceLanguage } from '../../i18n';
import { fieldNames, saidValue } from './field-words';
import { Piece, Pieces } from './pieces';

interface FieldDiffViewProps {
  readonly diff: FieldDiff;
  /** Of what the release says, not of the interface. */
  readonly lang: string | undefined;
}

/** One field of a release in two revisions. */
export function FieldDiffView({ diff, lang }: FieldDiffViewProps) {
  const { t } = useTranslation();
  return (
    <section className="field-diff" aria-label={t(fieldNames[diff.field])}>
      <h3 className="field-diff-name">{t(fieldNames[diff.field])}</h3>
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
    case 'embargo':
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
  const language = useInterfaceLanguage();
  // What it says depends on the language, too.
  useTranslation();
  const { before, after } = textsOf(pieces);
  return (
    <p className="field-diff-value">
      <Piece kind="removed" text={saidValue(field, before, language)} />
      <Piece kind="added" text={saidValue(field, after, language)} />
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
