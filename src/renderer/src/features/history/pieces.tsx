import { useTranslation } from 'react-i18next';
import type { DiffPiece } from '../../../../shared/release-history';

/** Words that stayed, went and came. Not by colour alone: struck and underlined, and said aloud. */
export function Pieces({ pieces }: { readonly pieces: readonly DiffPiece[] }) {
  return pieces.map((piece, index) => <Piece key={index} {...piece} />);
}

export function Piece({ kind, text }: DiffPiece) {
  const { t } = useTranslation();
  if (kind === 'same') return <span>{text}</span>;
  const Mark = kind === 'removed' ? 'del' : 'ins';
  return (
    <Mark className={`piece-${kind}`}>
      <span className="visually-hidden">{t(`history.${kind}`)} </span>
      {text}
    </Mark>
  );
}
