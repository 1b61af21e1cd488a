import { CodeXml } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { ToggleButton } from 'react-aria-components';
import { Tooltip } from '../../ui/tooltip';

interface SourceButtonProps {
  readonly isSource: boolean;
  readonly onPress: () => void;
}

/** Shows the Markdown that the text is kept in. */
export function SourceButton({ isSource, onPress }: SourceButtonProps) {
  const { t } = useTranslation();
  return (
    <Tooltip text={t(isSource ? 'body.sourceOff' : 'body.sourceOn')}>
      <ToggleButton
        className="body-source"
        aria-label="Markdown"
        isSelected={isSource}
        onChange={onPress}
      >
        <CodeXml size={15} strokeWidth={1.8} aria-hidden />
        <span className="body-source-name">Markdown</span>
      </ToggleButton>
    </Tooltip>
  );
}
