import { FileText } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ReleaseId } from '../../../../shared/release';
import { dragOut } from '../../state/drag-out';

/** What the pointer takes to have the release as a text file elsewhere; the headline itself is for marking. */
export function ReleaseGrip({ id }: { readonly id: ReleaseId }) {
  const { t } = useTranslation();
  return (
    <span
      className="release-grip"
      draggable
      title={t('reader.dragOut')}
      onDragStart={(event) => {
        dragOut(event, [id]);
      }}
    >
      <FileText size={13} strokeWidth={1.8} aria-hidden />
    </span>
  );
}
