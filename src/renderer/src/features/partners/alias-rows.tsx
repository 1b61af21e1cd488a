import { Plus, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { PartnerAlias } from '../../../../shared/partner';
import { Button, IconButton } from '../../ui/button';
import { Field } from '../../ui/field';
import { Select } from '../../ui/select';

const languages = ['und', 'en', 'zh'] as const;

interface AliasRowsProps {
  readonly aliases: readonly PartnerAlias[];
  readonly onChange: (aliases: readonly PartnerAlias[]) => void;
}

/** The partner's other names: what the text analysis looks for, each with its language. */
export function AliasRows({ aliases, onChange }: AliasRowsProps) {
  const { t } = useTranslation();
  const change = (index: number, alias: PartnerAlias): void => {
    onChange(aliases.map((old, other) => (other === index ? alias : old)));
  };
  return (
    <fieldset className="aliases">
      <legend className="field-label">{t('partner.aliases')}</legend>
      <p className="field-help">{t('partner.aliasesHelp')}</p>
      {aliases.map((alias, index) => (
        <div key={index} className="alias">
          <Field
            label={t('partner.aliasNumber', { number: index + 1 })}
            labelHidden
            value={alias.name}
            onChange={(name) => {
              change(index, { ...alias, name });
            }}
          />
          <Select
            label={t('partner.aliasLanguage')}
            labelHidden
            value={languages.find((language) => language === alias.language) ?? 'und'}
            choices={languages.map((value) => ({ value, label: t(`language.${value}`) }))}
            onChange={(language) => {
              change(index, { ...alias, language });
            }}
          />
          <IconButton
            icon={Trash2}
            label={t('common.removeNamed', { name: alias.name })}
            onPress={() => {
              onChange(aliases.filter((_, other) => other !== index));
            }}
          />
        </div>
      ))}
      <Button
        variant="quiet"
        icon={Plus}
        onPress={() => {
          onChange([...aliases, { name: '', language: 'und' }]);
        }}
      >
        {t('partner.addAlias')}
      </Button>
    </fieldset>
  );
}
