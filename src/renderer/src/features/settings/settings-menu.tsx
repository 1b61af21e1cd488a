import { HardDriveDownload, Settings2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Dialog, DialogTrigger, Popover } from 'react-aria-components';
import type { Settings } from '../../../../shared/ipc-contract';
import type { CommandId } from '../../commands/command';
import { useCommandContext } from '../../commands/command-button';
import { runCommand } from '../../commands/registry';
import { useSettings } from '../../state/settings';
import { Button, IconButton } from '../../ui/button';
import { Segmented } from '../../ui/segmented';
import './settings.css';

const themes = ['system', 'light', 'dark'] as const satisfies readonly Settings['theme'][];
const languages = ['system', 'en', 'zh'] as const satisfies readonly Settings['language'][];

/** Look and language, and the way to what is set elsewhere. */
export function SettingsMenu() {
  const { t } = useTranslation();
  const settings = useSettings();
  const { archive } = useCommandContext();
  return (
    <DialogTrigger>
      <IconButton icon={Settings2} label={t('settings.title')} />
      <Popover className="popover settings" placement="bottom end" offset={4}>
        <Dialog aria-label={t('settings.title')} className="settings-dialog">
          <Choices
            title={t('settings.theme')}
            chosen={settings.theme}
            choices={themes.map((id) => ({
              id,
              label: t(`settings.themes.${id}`),
              command: `theme-${id}`,
            }))}
          />
          <Choices
            title={t('settings.language')}
            chosen={settings.language}
            choices={languages.map((id) => ({
              id,
              label: t(`settings.languages.${id}`),
              command: `language-${id}`,
            }))}
          />
          {archive !== null && (
            <div className="settings-row">
              <span className="settings-label" aria-hidden>
                {t('sidebar.label')}
              </span>
              {/* Closes the popover, too. */}
              <Button
                slot="close"
                icon={HardDriveDownload}
                onPress={() => {
                  runCommand('backups');
                }}
              >
                {t('command.backups')}
              </Button>
            </div>
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

interface ChoicesProps {
  readonly title: string;
  readonly chosen: string;
  readonly choices: readonly {
    readonly id: string;
    readonly label: string;
    readonly command: CommandId;
  }[];
}

function Choices({ title, chosen, choices }: ChoicesProps) {
  return (
    <div className="settings-row">
      <span className="settings-label" aria-hidden>
        {title}
      </span>
      <Segmented
        label={title}
        value={chosen}
        choices={choices.map(({ id, label }) => ({ value: id, label }))}
        onChange={(chosenId) => {
          const choice = choices.find(({ id }) => id === chosenId);
          if (choice) runCommand(choice.command);
        }}
      />
    </div>
  );
}
