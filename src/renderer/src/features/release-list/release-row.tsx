import { Image } from 'lucide-react';
import type { DragEvent, MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { PartnerId } from '../../../../shared/partner';
import type { FindHit } from '../../../../shared/search';
import { useInterfaceLanguage } from '../../i18n';
import { contentLang, shortDate } from '../../i18n/format';
import { classNames } from '../../ui/class-names';
import { HitText } from '../../ui/hit-text';
import { PhotoImage } from '../../ui/photo-image';
import { endDrag } from './drag-rows';
import { rowHeight } from './row-height';
import './release-row.css';

interface ReleaseRowProps {
  readonly hit: FindHit;
  readonly index: number;
  readonly total: number;
  readonly top: number;
  readonly height: number;
  readonly isOpen: boolean;
  readonly isSelected: boolean;
  readonly partnerName: (id: PartnerId) => string | undefined;
  readonly onPress: (event: MouseEvent) => void;
  readonly onContextMenu: (event: MouseEvent) => void;
  readonly onDragStart: (event: DragEvent) => void;
}

export function ReleaseRow(props: ReleaseRowProps) {
  const { hit, index, total, top, height, isOpen, isSelected, partnerName, onPress } = props;
  const { t } = useTranslation();
  const language = useInterfaceLanguage();
  const { release, headline, snippets } = hit;
  const lang = contentLang(release.language);
  const partners = release.partnerIds.map(partnerName).filter((name) => name !== undefined);
  const shown = snippets.find((snippet) => snippet.field !== 'headline');
  return (
    <div
      id={`row-${release.id}`}
      role="option"
      aria-selected={isSelected}
      aria-posinset={index + 1}
      aria-setsize={total}
      className={classNames(
        'row',
        isOpen && 'row-open',
        isSelected && 'row-selected',
        height > rowHeight.plain && 'row-tall',
      )}
      style={{ transform: `translateY(${top}px)`, height }}
      onClick={onPress}
      onContextMenu={props.onContextMenu}
      draggable
      onDragStart={props.onDragStart}
      onDragEnd={endDrag}
    >
      <div className="row-text">
        <p className="row-meta">
          <span>
            {release.publicationDate
              ? shortDate(release.publicationDate, language)
              : t('release.undated')}
          </span>
          {release.language !== 'und' && (
            <span className="row-language">{t(`language.short.${release.language}`)}</span>
          )}
          {release.status !== 'filed' && (
            <span className={`badge badge-${release.status}`}>
              {t(`release.statuses.${release.status}`)}
            </span>
          )}
          {release.photoCount > 1 && (
            <span className="row-photos">
              <Image size={11} aria-hidden />
              {release.photoCount}
            </span>
          )}
        </p>
        <p className="row-headline" lang={lang}>
          {release.headline === '' ? t('release.untitled') : <HitText segments={headline} />}
        </p>
        <p className="row-snippet" lang={lang}>
          {shown ? (
            <>
              {shown.field !== 'body' && (
                <span className="row-field">{t(`list.fields.${shown.field}`)} </span>
              )}
              <HitText segments={shown.segments} />
            </>
          ) : (
            release.excerpt
          )}
        </p>
        {partners.length > 0 && <p className="row-partners">{partners.join(' · ')}</p>}
      </div>
      {release.leadPhotoId && <PhotoImage id={release.leadPhotoId} alt="" className="row-thumb" />}
    </div>
  );
}

interface RowSkeletonProps {
  readonly rows: number;
  readonly height: number;
}

/** Where rows will be: the same height, so that nothing jumps when they come. */
export function RowSkeleton({ rows, height }: RowSkeletonProps) {
  return Array.from({ length: rows }, (_, index) => (
    <div key={index} className="row-skeleton" style={{ height }} aria-hidden>
      <span />
      <span />
      <span />
    </div>
  ));
}
