import type { ReleaseIntake } from '../../../../shared/release-draft';
import { memo, useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from 'react-aria-components';
import { useInterfaceLanguage } from '../../i18n';
import { contentLang, count } from '../../i18n/format';
import { classNames } from '../../ui/class-names';
import { setActiveField, useEditor } from './editor-store';
import { EncodingNote } from './encoding-note';
import { fieldNames, focusField, type FieldName } from './fields';
import { sourcePieces, type SourcePiece } from './source-pieces';
import './source-column.css';

/** About twenty pages. Laying out much more makes every keystroke of the form wait. */
const mostShown = 60_000;

interface SourceColumnProps {
  readonly intake: ReleaseIntake;
  readonly file: File | null;
}

/** The text as it came, with every recognised passage tinted by the field that it went to. */
export const SourceColumn = memo(function SourceColumn({ intake, file }: SourceColumnProps) {
  const { t } = useTranslation();
  const pieces = useMemo(() => sourcePieces(intake.parsed, mostShown), [intake.parsed]);
  return (
    <div className="source">
      <div className="source-head">
        <span className="source-name">{intake.source.fileName || t('reader.pasted')}</span>
        <EncodingNote intake={intake} file={file} />
      </div>
      <SourceKey pieces={pieces} />
      <SourceText intake={intake} pieces={pieces} />
    </div>
  );
});

interface PiecesProps {
  readonly pieces: readonly SourcePiece[];
}

function SourceKey({ pieces }: PiecesProps) {
  const { t } = useTranslation();
  const activeField = useEditor((state) => state.activeField);
  const present = useMemo(
    () => new Set(pieces.flatMap((piece) => [piece.field, piece.name])),
    [pieces],
  );
  return (
    <div className="source-key" role="group" aria-label={t('filing.key')}>
      {fieldNames
        .filter((name) => present.has(name))
        .map((name) => (
          <Button
            key={name}
            className={classNames('key', `key-${name}`, activeField === name && 'key-active')}
            onPress={() => {
              focusField(name);
            }}
            onHoverChange={(isHovered) => {
              setActiveField(isHovered ? name : null);
            }}
          >
            {t(`field.${name}`)}
          </Button>
        ))}
    </div>
  );
}

interface SourceTextProps extends PiecesProps {
  readonly intake: ReleaseIntake;
}

function SourceText({ intake, pieces }: SourceTextProps) {
  const { t } = useTranslation();
  const language = useInterfaceLanguage();
  const activeField = useEditor((state) => state.activeField);
  const text = useRef<HTMLDivElement>(null);
  const { parsed } = intake;
  const hidden = Math.max(0, parsed.text.length - mostShown);

  useEffect(() => {
    if (activeField === null) return;
    const place = text.current?.querySelector('.piece-active');
    place?.scrollIntoView({ block: 'nearest', behavior: 'smooth' });
  }, [activeField]);

  return (
    <div
      ref={text}
      className="source-text selectable"
      tabIndex={0}
      role="region"
      aria-label={t('filing.source')}
      lang={contentLang(parsed.language)}
    >
      {pieces.map((piece) => {
        const { field, name } = piece;
        const isActive = activeField !== null && (activeField === field || activeField === name);
        const target = name ?? field;
        if (target === null) return piece.text;
        return <Piece key={piece.start} piece={piece} target={target} isActive={isActive} />;
      })}
      {hidden > 0 && (
        <p className="source-rest" lang={language}>
          {t('filing.sourceRest', { count: hidden, number: count(hidden, language) })}
        </p>
      )}
    </div>
  );
}

interface PieceProps {
  readonly piece: SourcePiece;
  readonly target: FieldName;
  readonly isActive: boolean;
}

/* Pointing and clicking here is a short cut; by keyboard the key above and the form do the same. */
const Piece = memo(function Piece({ piece, target, isActive }: PieceProps) {
  const { t } = useTranslation();
  const { field, name, text, confidence } = piece;
  return (
    <span
      className={classNames(
        'piece',
        field && `piece-${field}`,
        name && `piece-${name}`,
        isActive && 'piece-active',
        confidence === 'low' && 'piece-unsure',
      )}
      title={t(`field.${target}`)}
      onClick={() => {
        // Somebody who marks text to copy it doesn't want to be moved.
        if (window.getSelection()?.isCollapsed !== false) focusField(target);
      }}
      onMouseEnter={() => {
        if (target !== 'body') setActiveField(target);
      }}
      onMouseLeave={() => {
        setActiveField(null);
      }}
    >
      {text}
    </span>
  );
});
