import { Plus, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ParsedRelease } from '../../../../shared/parsed-release';
import { Button, IconButton } from '../../ui/button';
import { Field } from '../../ui/field';
import { patchForm } from './editor-store';
import { newPerson, type FormPerson, type ReleaseForm } from './form';
import { CheckBadge } from './form-field';
import { FormSection } from './form-section';

interface PeopleSectionProps {
  readonly form: ReleaseForm;
  readonly parsed: ParsedRelease | null;
}

export function PeopleSection({ form, parsed }: PeopleSectionProps) {
  const { t } = useTranslation();
  const { people } = form;
  const unsure = new Set(
    parsed?.people.filter((guess) => guess.confidence === 'low').map((guess) => guess.value.name),
  );
  const change = (key: string, patch: Partial<FormPerson>): void => {
    patchForm({
      people: people.map((person) => (person.key === key ? { ...person, ...patch } : person)),
    });
  };
  return (
    <FormSection
      title={t('field.people')}
      name="people"
      action={
        <Button
          variant="quiet"
          icon={Plus}
          onPress={() => {
            patchForm({ people: [...people, newPerson()] });
          }}
        >
          {t('filing.addPerson')}
        </Button>
      }
    >
      {people.map((person, index) => (
        <div key={person.key} className="person">
          <Field
            label={t('filing.personName', { number: index + 1 })}
            labelHidden
            placeholder={t('filing.nameHint')}
            value={person.name}
            onChange={(name) => {
              change(person.key, { name });
            }}
          />
          <Field
            label={t('filing.personTitle', { number: index + 1 })}
            labelHidden
            placeholder={t('filing.titleHint')}
            value={person.title}
            onChange={(title) => {
              change(person.key, { title });
            }}
          />
          {unsure.has(person.name) && <CheckBadge />}
          <IconButton
            size="small"
            icon={X}
            label={t('common.removeNamed', { name: person.name })}
            onPress={() => {
              patchForm({ people: people.filter((other) => other.key !== person.key) });
            }}
          />
        </div>
      ))}
    </FormSection>
  );
}
