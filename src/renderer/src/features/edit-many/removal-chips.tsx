import { useTranslation } from 'react-i18next';
import { ToggleButton } from 'react-aria-components';
import { Minus } from 'lucide-react';
import { useInterfaceLanguage } from '../../i18n';
import { count as formatCount } from '../../i18n/format';
import type { Occurring } from './selection-values';

interface RemovalChipsProps {
  readonly label: string;
  readonly values: readonly Occurring[];
  readonly nameOf: (value: string) => string;
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}

/** What the releases have, to be struck out. */
export function RemovalChips({ label, values, nameOf, chosen, onChange }: RemovalChipsProps) {
  const { t } = useTranslation();
  const language = useInterfaceLanguage();
  if (values.length === 0) return null;
  return (
    <div className="field" role="group" aria-label={label}>
      <span className="field-label">{label}</span>
      <div className="removals">
        {values.map(({ value, count }) => (
          <ToggleButton
            key={value}
            className="chip removal"
            isSelected={chosen.includes(value)}
            onChange={(isChosen) => {
              const others = chosen.filter((each) => each !== value);
              onChange(isChosen ? [...others, value] : others);
            }}
          >
            <Minus size={12} strokeWidth={2.2} aria-hidden />
            <span className="chip-text">{nameOf(value)}</span>
            <span className="removal-count" aria-hidden>
              {formatCount(count, language)}
            </span>
            <span className="visually-hidden">{t('editMany.inReleases', { count })}</span>
          </ToggleButton>
        ))}
      </div>
    </div>
  );
}
