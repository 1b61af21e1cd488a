import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from 'react-aria-components';
import type { PartnerId } from '../../../../shared/partner';
import { PartnerPicker } from '../filing/partner-picker';

interface AddedPartnersProps {
  readonly label?: string;
  readonly chosen: readonly PartnerId[];
  readonly nameOf: (id: PartnerId) => string;
  readonly onChange: (chosen: readonly PartnerId[]) => void;
}

/** The partners that the releases get. */
export function AddedPartners({ label, chosen, nameOf, onChange }: AddedPartnersProps) {
  const { t } = useTranslation();
  return (
    <div className="field">
      <span className="field-label">{label ?? t('editMany.addPartners')}</span>
      {chosen.length > 0 && (
        <ul className="removals">
          {chosen.map((id) => (
            <li key={id} className="chip chip-removable">
              <span className="chip-text">{nameOf(id)}</span>
              <Button
                className="chip-remove"
                aria-label={t('common.removeNamed', { name: nameOf(id) })}
                onPress={() => {
                  onChange(chosen.filter((each) => each !== id));
                }}
              >
                <X size={12} aria-hidden />
              </Button>
            </li>
          ))}
        </ul>
      )}
      <PartnerPicker
        label={t('editMany.findPartner')}
        allowsNew={false}
        exclude={chosen.map((partnerId) => ({ partnerId }))}
        onPick={(id) => {
          if (id !== null) onChange([...chosen, id]);
        }}
      />
    </div>
  );
}
