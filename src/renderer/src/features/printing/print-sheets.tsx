import { useCallback, useState } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { ReleaseDetails } from '../../../../shared/ipc-contract';
import type { PhotoUse } from '../../../../shared/photo';
import { photosAround } from '../../../../shared/photo-places';
import type { Credit } from '../../../../shared/release';
import type { InterfaceLanguage } from '../../i18n';
import { contentLang, longDate } from '../../i18n/format';
import { classNames } from '../../ui/class-names';
import { photoAddress } from '../../ui/photo-image';
import { embargoMoment } from '../embargo/embargo-words';
import { useIsAhead } from '../embargo/use-is-ahead';
import { ReleaseBody } from '../reader/release-body';
import { usePrinting } from './print-releases';
import './printing.css';

/** Releases as they go to paper: laid out unseen while printing, and the only thing printed. */
export function PrintSheets() {
  const printing = usePrinting((state) => state.printing);
  if (printing === null) return null;
  return createPortal(
    <div className="print-sheets" aria-hidden>
      {printing.releases.map((details) => (
        <PrintSheet key={details.release.id} details={details} institution={printing.institution} />
      ))}
    </div>,
    document.body,
  );
}

interface PrintSheetProps {
  readonly details: ReleaseDetails;
  readonly institution: string;
}

function PrintSheet({ details: { release, partners }, institution }: PrintSheetProps) {
  const { i18n } = useTranslation();
  // Paper goes to readers of the release: its fixed words are in the release's language.
  const language: InterfaceLanguage = release.language === 'zh' ? 'zh' : 'en';
  const t = i18n.getFixedT(language);
  const { lead, others } = photosAround(release.body, release.photos);
  const photoInFlow = useCallback(
    (id: string) => {
      const photo = release.photos.find(({ photoId }) => photoId === id);
      return photo === undefined ? null : <PrintFigure photo={photo} place="flow" />;
    },
    [release.photos],
  );
  const isAhead = useIsAhead(release.embargo?.until ?? null);
  const embargo = release.status !== 'withdrawn' && isAhead ? release.embargo : null;
  const facts = [
    [t('field.partners'), partners.map(({ name }) => name).join(language === 'zh' ? '、' : ', ')],
    [t('field.eventDate'), release.eventDate ? longDate(release.eventDate, language) : ''],
    [t('field.textCredit'), creditText(release.textCredit)],
    [t('field.photoCredit'), creditText(release.photoCredit)],
  ].filter(([, value]) => value !== '');
  return (
    <article className="print-sheet" lang={contentLang(release.language)}>
      <header>
        {embargo !== null && (
          <p className="print-embargo">
            {t('embargo.until', { when: embargoMoment(embargo, language) })}
          </p>
        )}
        <p className="print-top">
          <span>{institution}</span>
          <span>
            {release.publicationDate
              ? longDate(release.publicationDate, language)
              : t('release.undated')}
          </span>
        </p>
        <p className="print-kicker">
          {t('reader.kicker')}
          {release.status !== 'filed' && (
            <span className="print-status">{t(`release.statuses.${release.status}`)}</span>
          )}
        </p>
        <h1 className="print-headline">{release.headline || t('release.untitled')}</h1>
        {release.subheadline && <p className="print-subheadline">{release.subheadline}</p>}
        {release.byline && <p className="print-byline">{release.byline}</p>}
      </header>
      {lead && <PrintFigure photo={lead} place="lead" />}
      <div className="print-body">
        <ReleaseBody body={release.body} dateline={release.dateline} photo={photoInFlow} />
      </div>
      <p className="print-end">{t('reader.ends')}</p>
      {release.boilerplate && <p className="print-boilerplate">{release.boilerplate}</p>}
      {release.mediaContact && (
        <section className="print-contact">
          <h2>{t('field.mediaContact')}</h2>
          <p>{release.mediaContact}</p>
        </section>
      )}
      {facts.length > 0 && (
        <dl className="print-facts">
          {facts.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
      {others.length > 0 && (
        <div className="print-photos">
          {others.map((photo) => (
            <PrintFigure key={photo.photoId} photo={photo} />
          ))}
        </div>
      )}
    </article>
  );
}

interface PrintFigureProps {
  readonly photo: PhotoUse;
  readonly place?: 'lead' | 'flow';
}

function PrintFigure({ photo, place }: PrintFigureProps) {
  const [isMissing, setMissing] = useState(false);
  return (
    <figure className={classNames('print-figure', place && `print-${place}`)}>
      {!isMissing && (
        <img
          src={photoAddress(photo.photoId)}
          alt=""
          onError={() => {
            setMissing(true);
          }}
        />
      )}
      {(photo.caption || photo.creditLine) && (
        <figcaption>
          {photo.caption}
          {photo.creditLine && <span className="print-credit">{photo.creditLine}</span>}
        </figcaption>
      )}
    </figure>
  );
}

function creditText(credit: Credit | null): string {
  return credit ? [credit.name, credit.organisation].filter(Boolean).join(', ') : '';
}
