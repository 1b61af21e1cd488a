import { useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from 'react-aria-components';
import { contentLang } from '../../i18n/format';
import { classNames } from '../../ui/class-names';
import { setActiveField, useEditor, type ReleaseIntake } from './editor-store';
import { EncodingNote } from './encoding-note';
import { fieldNames, focusField, type FieldName } from './fields';
import { sourcePieces, type SourcePiece } from './source-pieces';
import './source-column.css';

interface SourceColumnProps {
  readonly intake: ReleaseIntake;
  readonly file: File | null;
}

/** The text as it came, with every recognised passage tinted by the field that it went to. */
export function SourceColumn({ intake, file }: SourceColumnProps) {
  const { t } = useTranslation();
  const activeField = useEditor((state) => state.activeField);
  const text = useRef<HTMLDivElement>(null);
  const pieces = useMemo(() => sourcePieces(intake.parsed), [intake.parsed]);
  const present = useMemo(
    () => new Set(pieces.flatMap((piece) => [piece.field, piece.name])),
    [pieces],
  );

  useEffect(() => {
    if (activeField === null) return;
    const place = text.current?.querySelector('.piece-active');
    place?.scrollIntoView({ block: 'nearest', behavior: 'smooth' });
  }, [activeField]);

  return (
    <div className="source">
      <div className="source-head">
        <span className="source-name">{intake.source.fileName || t('reader.pasted')}</span>
        <EncodingNote intake={intake} file={file} />
      </div>
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
      <div
        ref={text}
        className="source-text selectable"
        tabIndex={0}
        role="region"
        aria-label={t('filing.source')}
        lang={contentLang(intake.parsed.language)}
      >
        {pieces.map((piece) => (
          <Piece key={piece.start} piece={piece} activeField={activeField} />
        ))}
      </div>
    </div>
  );
}

interface PieceProps {
  readonly piece: SourcePiece;
  readonly activeField: FieldName | null;
}

/* Pointing and clicking here is a short cut; by keyboard the key above and the form do the same. */
function Piece({ piece, activeField }: PieceProps) {
  const { t } = useTranslation();
  const { field, name, text, confidence } = piece;
  const target = name ?? field;
  if (target === null) return text;
  const isActive = activeField !== null && (activeField === field || activeField === name);
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
}
