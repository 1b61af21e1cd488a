import { HardDriveDownload, Stethoscope } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Settings } from '../../../../shared/ipc-contract';
import { runCommand } from '../../commands/registry';
import { useRequest } from '../../requests';
import { closeDialog } from '../../state/dialogs';
import { searchAgain } from '../../state/results/search';
import { changeSettings, useSettings } from '../../state/settings';
import { Button } from '../../ui/button';
import { Checkbox } from '../../ui/checkbox';
import { classNames } from '../../ui/class-names';
import { Dialog } from '../../ui/dialog';
import { Segmented } from '../../ui/segmented';
import { WatchSettings } from './watch-settings';
import './settings.css';

const themes = ['system', 'light', 'dark'] as const satisfies readonly Settings['theme'][];
const languages = ['system', 'en', 'zh'] as const satisfies readonly Settings['language'][];

/** What one person likes on this computer; it counts at once, in every window. */
export function SettingsDialog() {
  const { t } = useTranslation();
  const settings = useSettings();
  const { data: archive } = useRequest('archive:info', null);
  return (
    <Dialog title={t('settings.title')} onClose={closeDialog}>
      <Row title={t('settings.theme')} isLine>
        <Segmented
          label={t('settings.theme')}
          value={settings.theme}
          choices={themes.map((value) => ({ value, label: t(`settings.themes.${value}`) }))}
          onChange={(theme) => void changeSettings({ theme })}
        />
        <Checkbox
          isSelected={settings.contrast === 'more'}
          onChange={(isMore) => void changeSettings({ contrast: isMore ? 'more' : 'system' })}
        >
          {t('command.contrastMore')}
        </Checkbox>
      </Row>
      <Row title={t('settings.language')}>
        <Segmented
          label={t('settings.language')}
          value={settings.language}
          choices={languages.map((value) => ({ value, label: t(`settings.languages.${value}`) }))}
          onChange={(language) => void changeSettings({ language })}
        />
      </Row>
      <Row title={t('settings.searching')}>
        <Checkbox
          isSelected={settings.preferRecent}
          onChange={(preferRecent) => {
            void changeSettings({ preferRecent }).then(searchAgain);
          }}
        >
          {t('settings.preferRecent')}
        </Checkbox>
      </Row>
      <Row title={t('settings.writing')}>
        <Checkbox
          isSelected={settings.canCheckSpelling && settings.checkSpelling}
          isDisabled={!settings.canCheckSpelling}
          onChange={(checkSpelling) => void changeSettings({ checkSpelling })}
        >
          {t('settings.checkSpelling')}
        </Checkbox>
        <p className="settings-help">
          {t(settings.canCheckSpelling ? 'settings.spellingBySystem' : 'settings.spellingNotHere')}
        </p>
      </Row>
      {archive && (
        <Row title={t('settings.archive')}>
          <Button
            icon={HardDriveDownload}
            onPress={() => {
              runCommand('backups');
            }}
          >
            {t('command.backups')}
          </Button>
          <p className="settings-help">{t('settings.backupsHelp', { name: archive.name })}</p>
        </Row>
      )}
      {archive && (
        <Row title={t('watch.label')}>
          <WatchSettings isReadOnly={archive.readOnly !== null} />
        </Row>
      )}
      <Row title={t('settings.trouble')}>
        <Button
          icon={Stethoscope}
          onPress={() => {
            runCommand('save-diagnostics');
          }}
        >
          {t('command.saveDiagnostics')}
        </Button>
        <p className="settings-help">{t('settings.diagnosticsHelp')}</p>
      </Row>
    </Dialog>
  );
}

interface RowProps {
  readonly title: string;
  /** What is chosen stands side by side, where there is room. */
  readonly isLine?: boolean;
  readonly children: ReactNode;
}

function Row({ title, isLine, children }: RowProps) {
  return (
    <div className="settings-row">
      <p className="settings-label">{title}</p>
      <div className={classNames('settings-choice', isLine && 'settings-line')}>{children}</div>
    </div>
  );
}
