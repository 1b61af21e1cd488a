import { memo, useState, type Ref } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReleaseDetails } from '../../../../shared/ipc-contract';
import { useInterfaceLanguage } from '../../i18n';
import { contentLang, longDate } from '../../i18n/format';
import { EditableText } from '../in-place/editable-text';
import { LightBox } from './light-box';
import { PhotoFigure } from './photo-figure';
import { ReleaseBody } from './release-body';
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
  const [lead, ...others] = photos;
  const originals = new Map(details.photos.map((photo) => [photo.id, photo]));
  const lang = contentLang(release.language);
  return (
    <article ref={ref} className="article selectable" aria-labelledby="article-headline">
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
            {release.headline || t('release.untitled')}
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
              {release.subheadline}
            </EditableText>
          )}
          {release.byline && (
            <p className="article-byline" data-content="by">
              {release.byline}
            </p>
          )}
        </div>
      </header>
      {lead && (
        <PhotoFigure
          key={lead.photoId}
          release={release}
          photo={lead}
          original={originals.get(lead.photoId)}
          isLead
          lang={lang}
          onEnlarge={() => {
            setEnlarged(0);
          }}
        />
      )}
      <div className="article-body" lang={lang} data-content="body">
        <ReleaseBody body={release.body} dateline={release.dateline} />
        <p className="article-end" lang={language} data-content="label">
          <span>{t('reader.ends')}</span>
        </p>
      </div>
      {others.length > 0 && (
        <div className="article-photos">
          {others.map((photo, index) => (
            <PhotoFigure
              key={photo.photoId}
              release={release}
              photo={photo}
              original={originals.get(photo.photoId)}
              lang={lang}
              onEnlarge={() => {
                setEnlarged(index + 1);
              }}
            />
          ))}
        </div>
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
