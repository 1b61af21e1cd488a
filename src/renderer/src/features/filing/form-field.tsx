import { useTranslation } from 'react-i18next';
import type { ParsedRelease } from '../../../../shared/parsed-release';
import { useInterfaceLanguage } from '../../i18n';
import { contentLang, dateInWords, isDay } from '../../i18n/format';
import { DateField } from '../../ui/date-field';
import { Field } from '../../ui/field';
import { patchForm, setActiveField, useEditor, type Session } from './editor-store';
import type { FieldName } from './fields';
import type { ReleaseForm } from './form';

/** The fields of the form that are one piece of text. */
type TextField = {
  [K in keyof ReleaseForm]: ReleaseForm[K] extends string
    ? string extends ReleaseForm[K]
      ? K
      : never
    : never;
}[keyof ReleaseForm] &
  Exclude<FieldName, 'body'>;

export function parsedOf(session: Session): ParsedRelease | null {
  return session.origin.kind === 'intake' ? session.origin.intake.parsed : null;
}

function isUnsure(parsed: ParsedRelease | null, name: TextField): boolean {
  if (parsed === null) return false;
  return parsed[name]?.confidence === 'low';
}

interface FormFieldProps {
  readonly session: Session;
  readonly name: TextField;
  readonly multiline?: boolean;
  readonly kind?: 'text' | 'date';
  readonly look?: 'plain' | 'headline';
}

/** A field of the form that knows where in the source text its content was found. */
export function FormField({ session, name, multiline, kind, look }: FormFieldProps) {
  const { t } = useTranslation();
  const language = useInterfaceLanguage();
  const { form } = session;
  const isActive = useEditor((state) => state.activeField === name);
  const unsure = isUnsure(parsedOf(session), name) && form[name] === session.pristine[name];
  const badge = unsure && <CheckBadge />;
  const shared = {
    name,
    label: t(`field.${name}`),
    value: form[name],
    onChange: (value: string) => {
      patchForm({ [name]: value });
    },
    onFocus: () => {
      setActiveField(name);
    },
    onBlur: () => {
      setActiveField(null);
    },
  };
  return (
    <div
      className={isActive ? 'form-field form-field-active' : 'form-field'}
      onMouseEnter={() => {
        setActiveField(name);
      }}
      onMouseLeave={() => {
        setActiveField(null);
      }}
    >
      {kind === 'date' ? (
        <DateField
          {...shared}
          badge={
            <>
              {badge}
              {/* In words nobody mistakes a month for a day. */}
              {isDay(form[name]) && (
                <span className="field-note">{dateInWords(form[name], language)}</span>
              )}
            </>
          }
        />
      ) : (
        <Field
          {...shared}
          badge={badge}
          lang={contentLang(form.language)}
          {...(multiline ? { multiline } : {})}
          {...(look ? { look } : {})}
        />
      )}
    </div>
  );
}

/** A guess that somebody should look at. */
export function CheckBadge() {
  const { t } = useTranslation();
  return <span className="check-badge">{t('filing.check')}</span>;
}
