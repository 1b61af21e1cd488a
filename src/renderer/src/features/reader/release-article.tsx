import { memo, useCallback, useMemo, useState, type ReactNode, type Ref } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReleaseDetails } from '../../../../shared/ipc-contract';
import { photosAround } from '../../../../shared/photo-places';
import type { PhotoUse } from '../../../../shared/photo';
import { useInterfaceLanguage } from '../../i18n';
import { contentLang, longDate } from '../../i18n/format';
import { EmbargoNote } from '../embargo/embargo-note';
import { sayEmbargoOf } from '../embargo/hand-out';
import { EditableText } from '../in-place/editable-text';
import { HanWords } from '../../ui/han-words';
import { LightBox } from './light-box';
import { PhotoFigure } from './photo-figure';
import { ReleaseBody } from './release-body';
import { articleGrew } from '../../state/find-in-release';
import { ReleaseGrip } from './release-grip';
import { ReleaseFacts } from './release-facts';

interface ReleaseArticleProps {
  readonly details: ReleaseDetails;
  readonly ref: Ref<HTMLElement>;
}

/** A release as it would be printed. */
export const ReleaseArticle = memo(function ReleaseArticle(props: ReleaseArticleProps) {
  const { details, ref } = props;
  const { t } = useTranslation();
  const language = useInterfaceLanguage();
  const [enlarged, setEnlarged] = useState<number | null>(null);
  const { release } = details;
  const { photos } = release;
  const { lead, others } = useMemo(
    () => photosAround(release.body, photos),
    [release.body, photos],
  );
  const lang = contentLang(release.language);
  const figure = useCallback(
    (photo: PhotoUse, place: 'lead' | 'flow' | 'end'): ReactNode => (
      <PhotoFigure
        key={photo.photoId}
        release={release}
        photo={photo}
        original={details.photos.find(({ id }) => id === photo.photoId)}
        place={place}
        lang={lang}
        onEnlarge={() => {
          setEnlarged(release.photos.indexOf(photo));
        }}
      />
    ),
    [release, details.photos, lang],
  );
  const photoInFlow = useCallback(
    (id: string) => {
      const photo = release.photos.find(({ photoId }) => photoId === id);
      return photo === undefined ? null : figure(photo, 'flow');
    },
    [release.photos, figure],
  );
  return (
    <article
      ref={ref}
      className="article selectable"
      aria-labelledby="article-headline"
      onCopy={() => {
        sayEmbargoOf(release);
      }}
    >
      <header className="article-head">
        <p className="kicker">
          <span>{t('reader.kicker')}</span>
          <ReleaseGrip id={release.id} />
          {release.status !== 'filed' && (
            <span className={`badge badge-${release.status}`}>
              {t(`release.statuses.${release.status}`)}
            </span>
          )}
          <span className="spring" />
          {release.publicationDate ? (
            <time dateTime={release.publicationDate}>
              {longDate(release.publicationDate, language)}
            </time>
          ) : (
            <span>{t('release.undated')}</span>
          )}
        </p>
        <EmbargoNote release={release} />
        <div lang={lang}>
          <EditableText
            as="h1"
            id="article-headline"
            className="article-headline"
            content="headline"
            release={release}
            target={{ field: 'headline' }}
            label={t('field.headline')}
          >
            <HanWords text={release.headline || t('release.untitled')} />
          </EditableText>
          {release.subheadline && (
            <EditableText
              as="p"
              className="article-subheadline"
              content="headline"
              release={release}
              target={{ field: 'subheadline' }}
              label={t('field.subheadline')}
            >
              <HanWords text={release.subheadline} />
            </EditableText>
          )}
          {release.byline && (
            <p className="article-byline" data-content="by">
              {release.byline}
            </p>
          )}
        </div>
      </header>
      {lead && figure(lead, 'lead')}
      <div className="article-body" lang={lang} data-content="body">
        <ReleaseBody
          body={release.body}
          dateline={release.dateline}
          photo={photoInFlow}
          onWhole={articleGrew}
        />
        <p className="article-end" lang={language} data-content="label">
          <span>{t('reader.ends')}</span>
        </p>
      </div>
      {others.length > 0 && (
        <div className="article-photos">{others.map((photo) => figure(photo, 'end'))}</div>
      )}
      <ReleaseFacts details={details} />
      {enlarged !== null && (
        <LightBox
          releaseId={release.id}
          photos={photos}
          index={enlarged}
          onMove={setEnlarged}
          onClose={() => {
            setEnlarged(null);
          }}
        />
      )}
    </article>
  );
});
