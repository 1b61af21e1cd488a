import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from 'react-aria-components';
import type { ReleaseDetails } from '../../../../shared/ipc-contract';
import type { Credit } from '../../../../shared/release';
import { useOfContext } from '../../commands/command-context';
import { commandOf } from '../../commands/registry';
import { useInterfaceLanguage } from '../../i18n';
import { collatorOf } from '../../i18n/collator';
import { contentLang, fileSize, instant, longDate } from '../../i18n/format';
import { openDialog } from '../../state/dialogs';
import { showPartner, showTag } from '../../state/workspace';
import { embargoMoment } from '../embargo/embargo-words';
import { EditableText } from '../in-place/editable-text';
import type { MarkedField } from './find-terms';
import '../../ui/tag-field.css';
import './release-facts.css';

function creditText(credit: Credit | null): string {
  return credit ? [credit.name, credit.organisation].filter(Boolean).join(', ') : '';
}

/** What is known of a release besides its text. */
export function ReleaseFacts({ details }: { readonly details: ReleaseDetails }) {
  const { t } = useTranslation();
  const language = useInterfaceLanguage();
  const canEdit = useOfContext(commandOf('edit-in-place').isEnabled);
  const { release, partners } = details;
  const { source } = release;
  const lang = contentLang(release.language);
  return (
    <footer className="facts">
      {release.boilerplate && (
        <section className="facts-boilerplate" lang={lang} data-content="other">
          {release.boilerplate}
        </section>
      )}
      {release.mediaContact && (
        <section className="facts-contact">
          <h2>{t('field.mediaContact')}</h2>
          <p lang={lang} data-content="other">
            {release.mediaContact}
          </p>
        </section>
      )}
      <dl className="facts-list">
        {partners.length > 0 && (
          <Fact name={t('field.partners')}>
            <span className="facts-chips" data-content="partner">
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
            <ul lang={lang} data-content="person">
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
        {release.embargo && (
          <Fact name={t('field.embargo')}>{embargoMoment(release.embargo, language)}</Fact>
        )}
        <TextFact name={t('field.textCredit')} content="by" text={creditText(release.textCredit)} />
        <TextFact
          name={t('field.photoCredit')}
          content="by"
          text={creditText(release.photoCredit)}
        />
        {(release.tags.length > 0 || canEdit) && (
          <Fact name={t('field.tags')}>
            <EditableText
              as="div"
              className="facts-chips"
              content="tag"
              release={release}
              target={{ field: 'tags' }}
              label={t('field.tags')}
            >
              {release.tags.length === 0 && <em className="quiet">{t('inPlace.addTags')}</em>}
              {[...release.tags].sort(collatorOf(language).compare).map((tag) => (
                <Button
                  key={tag}
                  className="chip"
                  onPress={() => {
                    showTag(tag, false);
                  }}
                >
                  {tag}
                </Button>
              ))}
            </EditableText>
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

interface TextFactProps {
  readonly name: string;
  readonly text: string;
  readonly content: MarkedField;
}

function TextFact({ name, text, content }: TextFactProps) {
  if (text === '') return null;
  return (
    <Fact name={name}>
      <span data-content={content}>{text}</span>
    </Fact>
  );
}
