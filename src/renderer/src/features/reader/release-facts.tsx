import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from 'react-aria-components';
import type { ReleaseDetails } from '../../../../shared/ipc-contract';
import type { Credit } from '../../../../shared/release';
import { useInterfaceLanguage } from '../../i18n';
import { contentLang, fileSize, instant, longDate } from '../../i18n/format';
import { openDialog } from '../../state/dialogs';
import { showPartner } from '../../state/workspace';
import '../../ui/tag-field.css';
import './release-facts.css';

function creditText(credit: Credit | null): string {
  return credit ? [credit.name, credit.organisation].filter(Boolean).join(', ') : '';
}

/** What is known of a release besides its text. */
export function ReleaseFacts({ details }: { readonly details: ReleaseDetails }) {
  const { t } = useTranslation();
  const language = useInterfaceLanguage();
  const { release, partners } = details;
  const { source } = release;
  const lang = contentLang(release.language);
  return (
    <footer className="facts">
      {release.boilerplate && (
        <section className="facts-boilerplate" lang={lang}>
          {release.boilerplate}
        </section>
      )}
      {release.mediaContact && (
        <section className="facts-contact">
          <h2>{t('field.mediaContact')}</h2>
          <p lang={lang}>{release.mediaContact}</p>
        </section>
      )}
      <dl className="facts-list">
        {partners.length > 0 && (
          <Fact name={t('field.partners')}>
            <span className="facts-chips">
              {partners.map((partner) => (
                <Button
                  key={partner.id}
                  className="chip"
                  onPress={() => {
                    showPartner(partner.id, false);
                  }}
                >
                  {partner.name}
                </Button>
              ))}
            </span>
          </Fact>
        )}
        {release.people.length > 0 && (
          <Fact name={t('field.people')}>
            <ul lang={lang}>
              {release.people.map((person) => (
                <li key={`${person.name} ${person.title}`}>
                  {person.name}
                  {person.title && <span className="quiet">, {person.title}</span>}
                </li>
              ))}
            </ul>
          </Fact>
        )}
        {release.eventDate && (
          <Fact name={t('field.eventDate')}>{longDate(release.eventDate, language)}</Fact>
        )}
        <TextFact name={t('field.textCredit')} text={creditText(release.textCredit)} />
        <TextFact name={t('field.photoCredit')} text={creditText(release.photoCredit)} />
        {release.tags.length > 0 && (
          <Fact name={t('field.tags')}>
            <span className="facts-chips">
              {release.tags.map((tag) => (
                <span key={tag} className="chip">
                  {tag}
                </span>
              ))}
            </span>
          </Fact>
        )}
        {source && (
          <Fact name={t('field.source')}>
            {source.fileName || t('reader.pasted')}
            <span className="quiet"> · {fileSize(source.bytes, language)}</span>
          </Fact>
        )}
        <Fact name={t('reader.filed')}>
          {instant(release.createdAt, language)}
          {release.revision > 1 && (
            <span className="quiet">
              {' · '}
              <Button
                className="facts-link"
                onPress={() => {
                  openDialog({ kind: 'history', releaseId: release.id });
                }}
              >
                {t('reader.revised', {
                  number: release.revision,
                  when: instant(release.modifiedAt, language),
                })}
              </Button>
            </span>
          )}
        </Fact>
      </dl>
    </footer>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div className="fact">
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function TextFact({ name, text }: { readonly name: string; readonly text: string }) {
  return text === '' ? null : <Fact name={name}>{text}</Fact>;
}
