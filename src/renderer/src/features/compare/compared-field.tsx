import { useTranslation } from 'react-i18next';
import { diffLines, textsOf } from '../../../../shared/diff-paragraphs';
import { sideRows, unmarkedRows } from '../../../../shared/diff-sides';
import type { ComparedField } from '../../../../shared/release-comparison';
import type { DiffPiece } from '../../../../shared/release-history';
import { useInterfaceLanguage } from '../../i18n';
import { fieldNames, saidValue } from '../history/field-words';

type Langs = readonly [string | undefined, string | undefined];

interface ComparedFieldViewProps {
  readonly field: ComparedField;
  /** Of the two releases. */
  readonly langs: Langs;
}

/** One field of two releases: as many rows as it has paragraphs. */
export function ComparedFieldView({ field, langs }: ComparedFieldViewProps) {
  const { t } = useTranslation();
  return (
    <section className="compare-field" aria-label={t(fieldNames[field.field])}>
      <h3 className="compare-name">{t(fieldNames[field.field])}</h3>
      <Content field={field} langs={langs} />
    </section>
  );
}

function Content({ field, langs }: ComparedFieldViewProps) {
  switch (field.field) {
    case 'language':
    case 'status':
    case 'publicationDate':
    case 'eventDate':
    case 'embargo':
      return <Value field={field} />;
    case 'tags':
    case 'partnerIds':
    case 'people':
      return <Entries field={field} langs={langs} />;
    default:
      return <Text field={field} langs={langs} />;
  }
}

function Value({ field: { field, pieces, how } }: Pick<ComparedFieldViewProps, 'field'>) {
  const language = useInterfaceLanguage();
  const { before, after } = textsOf(pieces);
  const kind = how === 'same' ? 'same' : 'added';
  return (
    <div className="compare-row">
      {[before, after].map((value, side) => (
        <p key={side}>
          <Piece kind={kind} text={saidValue(field, value, language)} />
        </p>
      ))}
    </div>
  );
}

function Entries({ field: { field, pieces }, langs }: ComparedFieldViewProps) {
  const entries = diffLines(pieces);
  const isChips = field !== 'people';
  return (
    <div className="compare-row">
      {(['added', 'removed'] as const).map((others, side) => {
        const own = entries.filter(({ kind }) => kind !== others);
        if (own.length === 0) return <Nothing key={side} />;
        return (
          <ul key={side} className={isChips ? 'field-diff-chips' : undefined} lang={langs[side]}>
            {own.map((entry) => (
              <li key={entry.text} className={isChips ? 'chip' : undefined}>
                <Piece {...entry} />
              </li>
            ))}
          </ul>
        );
      })}
    </div>
  );
}

function Text({ field: { pieces, how }, langs }: ComparedFieldViewProps) {
  const rows = how === 'beside' ? unmarkedRows(pieces) : sideRows(pieces);
  return rows.map(({ left, right }, index) => (
    <div key={index} className="compare-row compare-text">
      {[left, right].map((side, number) =>
        side.length === 0 ? (
          <Nothing key={number} isSilent={index > 0} />
        ) : (
          <p key={number} lang={langs[number]}>
            {side.map((piece, at) => (
              <Piece key={at} {...piece} />
            ))}
          </p>
        ),
      )}
    </div>
  ));
}

/** A side that has nothing there. Under its first paragraph that goes without saying. */
function Nothing({ isSilent = false }: { readonly isSilent?: boolean }) {
  const { t } = useTranslation();
  return <p className="quiet">{isSilent ? '' : t('compare.nothing')}</p>;
}

/** Not by colour alone: underlined, and said aloud. */
function Piece({ kind, text }: DiffPiece) {
  const { t } = useTranslation();
  if (kind === 'same') return <span>{text}</span>;
  return (
    <mark className="side-only">
      <span className="visually-hidden">{t('compare.onlyHere')} </span>
      {text}
    </mark>
  );
}
