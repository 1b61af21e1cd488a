import { Check, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Partner } from '../../../../shared/partner';
import { classNames } from '../../ui/class-names';
import { useRequest } from '../../requests';
import { IconButton } from '../../ui/button';
import { editForm } from './editor-store';
import { acceptedPartner, type PartnerChoice, type ReleaseForm } from './form';
import { CheckBadge } from './form-field';
import { FormSection } from './form-section';
import { partnerOf } from './partner-names';
import { PartnerPicker } from './partner-picker';

function setState(key: string, state: PartnerChoice['state']): void {
  editForm((form) => ({
    ...form,
    partners: form.partners.map((choice) => (choice.key === key ? { ...choice, state } : choice)),
  }));
}

export function PartnersSection({ form }: { readonly form: ReleaseForm }) {
  const { t } = useTranslation();
  const { data: partners = [] } = useRequest('partner:list', null);
  return (
    <FormSection title={t('field.partners')} name="partners">
      {form.partners.length > 0 && (
        <ul className="choices">
          {form.partners.map((choice) => (
            <Choice key={choice.key} choice={choice} known={partnerOf(partners, choice)} />
          ))}
        </ul>
      )}
      <PartnerPicker
        exclude={form.partners.filter((choice) => choice.state === 'accepted')}
        onPick={(partnerId, name) => {
          editForm((current) => {
            const picked = acceptedPartner(partnerId, name);
            const others = current.partners.filter((choice) => choice.key !== picked.key);
            return { ...current, partners: [...others, picked] };
          });
        }}
      />
    </FormSection>
  );
}

interface ChoiceProps {
  readonly choice: PartnerChoice;
  /** The partner in the authority file, whose name in it is the one to show. */
  readonly known: Partner | undefined;
}

function Choice({ choice, known }: ChoiceProps) {
  const { t } = useTranslation();
  const { key, partnerId, state } = choice;
  const name = known?.name ?? choice.name;
  return (
    <li className={classNames('choice', `choice-${state}`)}>
      <span className="choice-name">{name}</span>
      {choice.mentions > 1 && (
        <span className="choice-detail" title={t('filing.mentions', { count: choice.mentions })}>
          ×{choice.mentions}
        </span>
      )}
      {partnerId === null && !known && (
        <span className="choice-detail">{t('filing.newPartner')}</span>
      )}
      {state === 'proposed' && choice.confidence === 'low' && <CheckBadge />}
      {state !== 'accepted' && (
        <IconButton
          size="small"
          icon={Check}
          label={t('filing.acceptPartner', { name })}
          onPress={() => {
            setState(key, 'accepted');
          }}
        />
      )}
      {state !== 'rejected' && (
        <IconButton
          size="small"
          icon={X}
          label={t('filing.rejectPartner', { name })}
          onPress={() => {
            setState(key, 'rejected');
          }}
        />
      )}
    </li>
  );
}
