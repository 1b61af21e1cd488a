import { HardDriveDownload, ShieldAlert, ShieldCheck, ShieldQuestionMark } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { BackupState } from '../../../../shared/backup';
import { useInterfaceLanguage } from '../../i18n';
import { classNames } from '../../ui/class-names';
import { nextSentence, verdictOf } from './sentences';

interface BackupVerdictProps {
  readonly state: BackupState;
  readonly isReadOnly: boolean;
  readonly isEmpty: boolean;
}

const icons = {
  none: HardDriveDownload,
  good: ShieldCheck,
  open: ShieldQuestionMark,
  bad: ShieldAlert,
} as const;

/** Could the archive be had back? In one sentence. */
export function BackupVerdict({ state, isReadOnly, isEmpty }: BackupVerdictProps) {
  const { t } = useTranslation();
  const language = useInterfaceLanguage();
  const now = new Date();
  const { tone, sentence, more } = verdictOf(state, language, now);
  const Icon = icons[tone];
  return (
    <div className={classNames('backup-verdict', `backup-verdict-${tone}`)} role="status">
      <Icon size={24} strokeWidth={1.6} aria-hidden />
      <div className="backup-verdict-text">
        <p className="backup-verdict-sentence">{sentence}</p>
        {tone === 'none' && <p className="backup-teaching">{t('backups.teaching')}</p>}
        {more !== null && <p className="backup-next">{more}</p>}
        <p className="backup-next">{nextSentence(state, { isReadOnly, isEmpty }, language, now)}</p>
      </div>
    </div>
  );
}
