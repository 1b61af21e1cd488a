import type { LucideIcon } from 'lucide-react';
import type { ReactNode, Ref } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';
import { classNames } from './class-names';
import { Tooltip } from './tooltip';
import './button.css';

interface ButtonProps extends Omit<AriaButtonProps, 'children' | 'className' | 'style'> {
  readonly variant?: 'primary' | 'plain' | 'quiet' | 'danger';
  readonly icon?: LucideIcon;
  readonly children?: ReactNode;
  readonly ref?: Ref<HTMLButtonElement>;
}

export function Button({ variant = 'plain', icon: Icon, children, ...rest }: ButtonProps) {
  return (
    <AriaButton {...rest} className={`button button-${variant}`}>
      {Icon && <Icon size={15} strokeWidth={1.9} aria-hidden />}
      {children}
    </AriaButton>
  );
}

interface IconButtonProps extends Omit<AriaButtonProps, 'children' | 'className' | 'style'> {
  readonly icon: LucideIcon;
  /** Said by screen readers and shown as a tooltip. */
  readonly label: string;
  readonly shortcut?: string | undefined;
  readonly size?: 'small' | 'medium';
  readonly ref?: Ref<HTMLButtonElement>;
}

export function IconButton({ icon: Icon, label, shortcut, size, ...rest }: IconButtonProps) {
  return (
    <Tooltip text={label} shortcut={shortcut}>
      <AriaButton
        {...rest}
        aria-label={label}
        className={classNames('icon-button', size === 'small' && 'icon-button-small')}
      >
        <Icon size={size === 'small' ? 14 : 16} strokeWidth={1.8} aria-hidden />
      </AriaButton>
    </Tooltip>
  );
}
