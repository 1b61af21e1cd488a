import { ChevronsUpDown } from 'lucide-react';
import { useState } from 'react';
import {
  Button,
  ComboBox,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
} from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { PartnerId, PartnerSummary } from '../../../../shared/partner';
import { isNameTyped } from '../../../../shared/pinyin-initials';
import { useInterfaceLanguage } from '../../i18n';
import { collatorOf } from '../../i18n/collator';

interface PartnerSearchProps {
  readonly label: string;
  readonly partners: readonly PartnerSummary[];
  readonly chosenId: PartnerId | null;
  readonly onChoose: (id: PartnerId | null) => void;
}

function fitting(
  partners: readonly PartnerSummary[],
  typed: string,
  collator: Intl.Collator,
): readonly PartnerSummary[] {
  return partners
    .filter(({ name, aliases }) =>
      [name, ...aliases.map((alias) => alias.name)].some((each) => isNameTyped(each, typed)),
    )
    .sort((a, b) => b.releaseCount - a.releaseCount || collator.compare(a.name, b.name));
}

/** Chooses one partner by any of its names; the one with the most releases comes first. */
export function PartnerSearch({ label, partners, chosenId, onChoose }: PartnerSearchProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const chosen = partners.find((partner) => partner.id === chosenId);
  // The name that was chosen isn't a question any more: opened again, all are offered.
  const wanted = typed === chosen?.name ? '' : typed;
  const found = fitting(partners, wanted, collatorOf(useInterfaceLanguage()));
  return (
    <ComboBox
      className="field partner-search"
      items={found}
      inputValue={typed}
      onInputChange={(text) => {
        setTyped(text);
        if (chosen && text !== chosen.name) onChoose(null);
      }}
      value={chosenId}
      menuTrigger="focus"
      allowsEmptyCollection
      autoFocus
      onChange={(key) => {
        const picked = partners.find((partner) => partner.id === key);
        onChoose(picked?.id ?? null);
        if (picked) setTyped(picked.name);
      }}
    >
      <Label className="field-label">{label}</Label>
      <div className="partner-search-box">
        <Input className="field-input" placeholder={t('sidebar.findPartner')} />
        <Button className="partner-search-open">
          <ChevronsUpDown size={13} aria-hidden />
        </Button>
      </div>
      <Popover className="popover menu" offset={4}>
        <ListBox<PartnerSummary>
          renderEmptyState={() => <p className="menu-title">{t('sidebar.noSuchPartner')}</p>}
        >
          {(partner) => (
            <ListBoxItem id={partner.id} textValue={partner.name} className="menu-item">
              <span className="menu-item-label">{partner.name}</span>
              <span className="menu-shortcut">
                {t('list.count', { count: partner.releaseCount, number: partner.releaseCount })}
              </span>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
