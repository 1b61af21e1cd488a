import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Toolbar } from 'react-aria-components';
import { contentLang } from '../../i18n/format';
import { Field } from '../../ui/field';
import { patchForm, setActiveField, useEditor, type Session } from '../filing/editor-store';
import { SourceButton } from './source-button';
import './body-editor.css';

/* Some hundred kilobytes that nobody needs who only reads. */
const load = () => import('./rich-text');
const RichText = lazy(() => load().then((module) => ({ default: module.RichText })));

/** Fetches the editor while the person still looks for a text to paste. */
export function prepareBodyEditor(): void {
  load().catch(() => undefined);
}

/** The text of a release: as it will be read, or as the Markdown that it is kept in. */
export function BodyField({ session }: { readonly session: Session }) {
  const { t } = useTranslation();
  const [isSource, setSource] = useState(false);
  const isActive = useEditor((state) => state.activeField === 'body');
  const { body, language } = session.form;
  const lang = contentLang(language);
  const onChange = (value: string): void => {
    patchForm({ body: value });
  };
  return (
    <div
      className={isActive ? 'form-field form-field-active' : 'form-field'}
      data-field="body"
      onMouseLeave={() => {
        setActiveField(null);
      }}
      onFocus={() => {
        setActiveField('body');
      }}
      onBlur={() => {
        setActiveField(null);
      }}
    >
      <div className="field">
        <span className="field-head">
          <span className="field-label" aria-hidden>
            {t('field.body')}
          </span>
        </span>
        {isSource ? (
          <div className="body-editor">
            <Toolbar aria-label={t('body.toolbar')} className="body-toolbar">
              <span className="spring" />
              <SourceButton
                isSource
                onPress={() => {
                  setSource(false);
                }}
              />
            </Toolbar>
            <Field
              label={t('field.body')}
              labelHidden
              look="reading"
              multiline
              autoFocus
              lang={lang}
              value={body}
              onChange={onChange}
            />
          </div>
        ) : (
          <Suspense fallback={<div className="body-editor body-editor-coming" aria-busy />}>
            <RichText
              body={body}
              lang={lang}
              onChange={onChange}
              onSource={() => {
                setSource(true);
              }}
            />
          </Suspense>
        )}
      </div>
    </div>
  );
}
