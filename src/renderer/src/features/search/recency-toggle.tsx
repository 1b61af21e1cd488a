import { ClockArrowUp } from 'lucide-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { ToggleButton } from 'react-aria-components';
import { searchAgain } from '../../state/results/search';
import { changeSettings, useSettings } from '../../state/settings';
import { Tooltip } from '../../ui/tooltip';

/** Lets newer releases come a little sooner; remembered. */
export const RecencyToggle = memo(function RecencyToggle() {
  const { t } = useTranslation();
  const { preferRecent } = useSettings();
  return (
    <Tooltip text={t('list.preferRecent')}>
      <ToggleButton
        aria-label={t('list.preferRecent')}
        className="icon-button icon-button-small toggle"
        isSelected={preferRecent}
        onChange={(isSelected) => {
          void changeSettings({ preferRecent: isSelected }).then(searchAgain);
        }}
      >
        <ClockArrowUp size={14} strokeWidth={1.8} aria-hidden />
      </ToggleButton>
    </Tooltip>
  );
});
