import type { LucideIcon } from 'lucide-react';
import type { MouseEvent, ReactNode } from 'react';
import { Button, type PressEvent } from 'react-aria-components';
import { useInterfaceLanguage } from '../../i18n';
import { count as formatCount } from '../../i18n/format';
import { classNames } from '../../ui/class-names';
import { Tooltip } from '../../ui/tooltip';

interface SidebarRowProps {
  readonly icon?: LucideIcon;
  readonly label: string;
  readonly count?: number;
  readonly isCurrent: boolean;
  /** Said when the pointer rests on the row. */
  readonly hint?: string;
  readonly onPress: (event: PressEvent) => void;
  /** A button that appears beside the row. */
  readonly extra?: ReactNode;
  readonly onContextMenu?: (event: MouseEvent) => void;
}

export function SidebarRow(props: SidebarRowProps) {
  const { icon: Icon, label, count, isCurrent, hint, onPress, extra, onContextMenu } = props;
  const language = useInterfaceLanguage();
  const button = (
    <Button
      className="side-button"
      onPress={onPress}
      {...(isCurrent ? { 'aria-current': 'true' } : {})}
    >
      {Icon && <Icon size={15} strokeWidth={1.7} aria-hidden />}
      <span className="side-label">{label}</span>
      {count !== undefined && (
        <span className="side-count">{count > 0 ? formatCount(count, language) : ''}</span>
      )}
    </Button>
  );
  return (
    <li
      className={classNames('side-row', isCurrent && 'side-row-current')}
      onContextMenu={onContextMenu}
    >
      {hint === undefined ? button : <Tooltip text={hint}>{button}</Tooltip>}
      {extra && <span className="side-extra">{extra}</span>}
    </li>
  );
}
