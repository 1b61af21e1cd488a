import { ChevronRight, CircleHelp, FlaskConical, FolderOpen, FolderPlus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button as AriaButton } from 'react-aria-components';
import { BridgeError, request } from '../../bridge';
import { CommandButton } from '../../commands/command-button';
import { runCommand } from '../../commands/registry';
import { failureSentence } from '../../i18n/failure-sentence';
import { useRequest } from '../../requests';
import { attempt } from '../../state/release-actions';
import { Banner } from '../../ui/banner';
import { Button } from '../../ui/button';
import { CreateArchive } from './create-archive';
import { chooseAndOpen, openFolder } from './open-archive';
import './welcome.css';

export function Welcome() {
  const { t } = useTranslation();
  const { data: trouble } = useRequest('archive:trouble', null);
  const [newFolder, setNewFolder] = useState<string | null>(null);

  const chooseNew = async (): Promise<void> => {
    const chosen = await attempt(() => request('archive:choose', { purpose: 'create' }));
    if (chosen) setNewFolder(chosen.folder);
  };

  return (
    <main className="welcome">
      <div className="welcome-settings">
        <CommandButton id="settings" />
      </div>
      <div className="welcome-sheet">
        <header className="welcome-head">
          <h1 className="welcome-name">{t('welcome.name')}</h1>
          <p className="welcome-line">{t('welcome.line')}</p>
        </header>
        {trouble && newFolder === null && (
          <Banner tone="error">{failureSentence(new BridgeError(trouble))}</Banner>
        )}
        {newFolder === null ? (
          <>
            <div className="welcome-actions">
              <Button variant="primary" icon={FolderPlus} onPress={() => void chooseNew()}>
                {t('welcome.create')}
              </Button>
              <Button icon={FolderOpen} onPress={() => void chooseAndOpen()}>
                {t('welcome.open')}
              </Button>
            </div>
            <div className="welcome-try">
              <Button
                variant="quiet"
                icon={FlaskConical}
                onPress={() => {
                  runCommand('open-sample');
                }}
              >
                {t('welcome.sample')}
              </Button>
              <Button
                variant="quiet"
                icon={CircleHelp}
                onPress={() => {
                  runCommand('help');
                }}
              >
                {t('help.title')}
              </Button>
            </div>
            <RecentArchives />
          </>
        ) : (
          <CreateArchive
            folder={newFolder}
            onCancel={() => {
              setNewFolder(null);
            }}
          />
        )}
      </div>
      <p className="welcome-foot">{t('welcome.local')}</p>
    </main>
  );
}

function RecentArchives() {
  const { t } = useTranslation();
  const { data: recent = [] } = useRequest('archive:recent', null);
  if (recent.length === 0) return null;
  return (
    <section aria-labelledby="recent-title">
      <h2 id="recent-title" className="welcome-recent-title">
        {t('welcome.recent')}
      </h2>
      <ul className="welcome-recent">
        {recent.map((archive) => (
          <li key={archive.folder}>
            <AriaButton
              className="welcome-recent-row"
              onPress={() => void openFolder(archive.folder)}
            >
              <span className="welcome-recent-name">{archive.name}</span>
              <span className="welcome-recent-folder">{archive.folder}</span>
              <ChevronRight size={15} aria-hidden />
            </AriaButton>
          </li>
        ))}
      </ul>
    </section>
  );
}
