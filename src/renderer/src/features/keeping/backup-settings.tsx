import { FolderPen } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { BackupState } from '../../../../shared/backup';
import type { RequestArgument } from '../../../../shared/ipc-contract';
import { request } from '../../bridge';
import { useInterfaceLanguage } from '../../i18n';
import { failureSentence } from '../../i18n/failure-sentence';
import { count } from '../../i18n/format';
import { useChange } from '../../requests';
import { attempt } from '../../state/release-actions';
import { Banner } from '../../ui/banner';
import { Button } from '../../ui/button';
import { Checkbox } from '../../ui/checkbox';
import { Select } from '../../ui/select';
import { showState } from './use-backup-work';

interface BackupSettingsFormProps {
  readonly state: BackupState;
  readonly isReadOnly: boolean;
}

const frequencies = ['day', 'week', 'never'] as const;
const kept = [
  { key: 'keepDaily', choices: [1, 3, 7, 14, 30, 90] },
  { key: 'keepWeekly', choices: [0, 4, 8, 12, 26, 52] },
  { key: 'keepMonthly', choices: [0, 6, 12, 24, 60, 120] },
] as const;

/** Kept with the archive, at once; whoever opens it next has them too. */
export function BackupSettingsForm({ state, isReadOnly }: BackupSettingsFormProps) {
  const { t } = useTranslation();
  const language = useInterfaceLanguage();
  const change = useChange('backup:change-settings');
  const { settings, folder, onSameDisk } = state;
  const set = (changed: RequestArgument<'backup:change-settings'>): void => {
    change.mutate(changed, { onSuccess: showState });
  };
  const chooseFolder = async (): Promise<void> => {
    const changed = await attempt(() => request('backup:choose-folder', null));
    if (changed) showState(changed);
  };
  return (
    <section className="backup-section" aria-labelledby="backup-settings-title">
      <h3 id="backup-settings-title" className="backup-heading">
        {t('backups.settings')}
      </h3>
      {change.error && <Banner tone="error">{failureSentence(change.error)}</Banner>}
      <div className="backup-numbers">
        <Select
          label={t('backups.every')}
          isDisabled={isReadOnly}
          value={settings.every}
          choices={frequencies.map((value) => ({ value, label: t(`backups.frequency.${value}`) }))}
          onChange={(every) => {
            set({ every });
          }}
        />
        {kept.map(({ key, choices }) => (
          <Select
            key={key}
            label={t(`backups.${key}`)}
            isDisabled={isReadOnly}
            value={String(settings[key])}
            // What was set elsewhere is a choice, too.
            choices={[...new Set([...choices, settings[key]])]
              .sort((a, b) => a - b)
              .map((value) => ({ value: String(value), label: count(value, language) }))}
            onChange={(value) => {
              set({ [key]: Number(value) });
            }}
          />
        ))}
      </div>
      <p className="field-help">{t('backups.keepHelp')}</p>
      <div className="backup-place">
        <div className="backup-place-text">
          <p className="field-label">{t('backups.place')}</p>
          <p className="backup-path selectable">{folder}</p>
          <p className="field-help">
            {onSameDisk ? t('backups.sameDisk') : t('backups.otherDisk')}
          </p>
        </div>
        {settings.folder !== null && (
          <Button
            variant="quiet"
            isDisabled={isReadOnly}
            onPress={() => {
              set({ folder: null });
            }}
          >
            {t('backups.beside')}
          </Button>
        )}
        <Button icon={FolderPen} isDisabled={isReadOnly} onPress={() => void chooseFolder()}>
          {t('backups.choosePlace')}
        </Button>
      </div>
      <Checkbox
        isSelected={settings.rehearse}
        isDisabled={isReadOnly}
        onChange={(rehearse) => {
          set({ rehearse });
        }}
      >
        {t('backups.rehearse')}
      </Checkbox>
      {isReadOnly && <p className="field-help">{t('backups.settingsReadOnly')}</p>}
    </section>
  );
}
