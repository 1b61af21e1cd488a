import { CircleAlert, Info, TriangleAlert, X, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from './button';
import './banner.css';

type BannerTone = 'info' | 'warning' | 'error';

const icons: Readonly<Record<BannerTone, LucideIcon>> = {
  info: Info,
  warning: TriangleAlert,
  error: CircleAlert,
};

interface BannerProps {
  readonly tone: BannerTone;
  readonly children: ReactNode;
  readonly action?: ReactNode;
  readonly onDismiss?: () => void;
}

export function Banner({ tone, children, action, onDismiss }: BannerProps) {
  const { t } = useTranslation();
  const Icon = icons[tone];
  return (
    <div className={`banner banner-${tone}`} role={tone === 'error' ? 'alert' : 'status'}>
      <Icon size={16} aria-hidden />
      <div className="banner-text selectable">{children}</div>
      {action}
      {onDismiss && (
        <IconButton size="small" icon={X} label={t('common.dismiss')} onPress={onDismiss} />
      )}
    </div>
  );
}
