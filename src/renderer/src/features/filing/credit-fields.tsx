import { useTranslation } from 'react-i18next';
import type { Credit } from '../../../../shared/release';
import { Field } from '../../ui/field';
import { patchForm, setActiveField } from './editor-store';

interface CreditFieldsProps {
  readonly name: 'textCredit' | 'photoCredit';
  readonly credit: Credit;
}

/** Who wrote the text or took the photos, and where they work. */
export function CreditFields({ name, credit }: CreditFieldsProps) {
  const { t } = useTranslation();
  const label = t(`field.${name}`);
  const focus = {
    onFocus: () => {
      setActiveField(name);
    },
    onBlur: () => {
      setActiveField(null);
    },
  };
  return (
    <div
      role="group"
      aria-label={label}
      className="credit"
      data-field={name}
      onMouseEnter={() => {
        setActiveField(name);
      }}
      onMouseLeave={() => {
        setActiveField(null);
      }}
    >
      <span className="field-label" aria-hidden>
        {label}
      </span>
      <Field
        {...focus}
        label={t('filing.creditName')}
        labelHidden
        placeholder={t('filing.creditName')}
        value={credit.name}
        onChange={(value) => {
          patchForm({ [name]: { ...credit, name: value } });
        }}
      />
      <Field
        {...focus}
        label={t('filing.creditOrganisation')}
        labelHidden
        placeholder={t('filing.creditOrganisation')}
        value={credit.organisation}
        onChange={(value) => {
          patchForm({ [name]: { ...credit, organisation: value } });
        }}
      />
    </div>
  );
}
