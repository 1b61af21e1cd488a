import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ComboBox, Input, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import type { PartnerId, PartnerSummary } from '../../../../shared/partner';
import { isNameTyped } from '../../../../shared/pinyin-initials';
import { useInterfaceLanguage } from '../../i18n';
import { collatorOf } from '../../i18n/collator';
import { useRequest } from '../../requests';
import type { PartnerChoice } from './form';

const mostShown = 30;
const newKey = 'new';

interface PartnerPickerProps {
  readonly exclude: readonly Pick<PartnerChoice, 'partnerId'>[];
  /** What it is for, where it doesn't add a partner to a release. */
  readonly label?: string;
  /** False: only partners that the authority file has. */
  readonly allowsNew?: boolean;
  /** A null id: the authority file doesn't have the partner yet. */
  readonly onPick: (partnerId: PartnerId | null, name: string) => void;
}

function found(
  partners: readonly PartnerSummary[],
  typed: string,
  excluded: ReadonlySet<PartnerId | null>,
  collator: Intl.Collator,
): readonly PartnerSummary[] {
  // Nothing typed offers all: the arrow key opens them, and the first letter finds a list to narrow.
  return partners
    .filter(({ id }) => !excluded.has(id))
    .filter(({ name, aliases }) =>
      [name, ...aliases.map((alias) => alias.name)].some((each) => isNameTyped(each, typed)),
    )
    .sort((a, b) => collator.compare(a.name, b.name))
    .slice(0, mostShown);
}

/** Adds a partner that the text doesn't name, or a new one. */
export function PartnerPicker(props: PartnerPickerProps) {
  const { exclude, allowsNew = true, onPick } = props;
  const { t } = useTranslation();
  const label = props.label ?? t('filing.addPartner');
  const { data: partners = [] } = useRequest('partner:list', null);
  const [typed, setTyped] = useState('');
  const [picks, setPicks] = useState(0);
  const excluded = new Set(exclude.map((choice) => choice.partnerId));
  const matches = found(partners, typed, excluded, collatorOf(useInterfaceLanguage()));
  const name = typed.trim();
  const isKnown = partners.some((partner) => partner.name.toLowerCase() === name.toLowerCase());
  const items = [
    ...matches.map((partner) => ({ id: partner.id, label: partner.name, isNew: false })),
    ...(allowsNew && name !== '' && !isKnown
      ? [{ id: newKey, label: t('filing.createPartner', { name }), isNew: true }]
      : []),
  ];
  return (
    <ComboBox
      // A fresh one after each pick: emptying this one would open its list again.
      key={picks}
      autoFocus={picks > 0}
      aria-label={label}
      className="picker"
      items={items}
      inputValue={typed}
      onInputChange={setTyped}
      value={null}
      allowsCustomValue
      onChange={(key) => {
        if (key === null) return;
        if (key === newKey) onPick(null, name);
        else onPick(String(key), partners.find((partner) => partner.id === key)?.name ?? '');
        setTyped('');
        setPicks(picks + 1);
      }}
    >
      <Input className="field-input" placeholder={label} />
      <Popover className="popover menu" offset={4}>
        <ListBox<(typeof items)[number]>>
          {(item) => (
            <ListBoxItem id={item.id} textValue={item.label} className="menu-item">
              {item.isNew && <Plus size={14} aria-hidden />}
              <span className="menu-item-label">{item.label}</span>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
