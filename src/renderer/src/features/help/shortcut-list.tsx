import { useTranslation } from 'react-i18next';
import { commands } from '../../commands/registry';
import { shortcutText } from '../../commands/shortcuts';
import { isMac } from '../../bridge';

/** Every command with a key of its own, as the commands themselves say it. */
export function ShortcutList() {
  const { t } = useTranslation();
  return (
    <dl className="help-shortcuts" aria-label={t('help.shortcuts')}>
      {commands.map(({ id, label, shortcut, alsoShortcut }) => {
        const keys = [shortcut, alsoShortcut].flatMap((key) =>
          key && !(key.notOnMac && isMac()) ? [shortcutText(key)] : [],
        );
        if (keys.length === 0) return null;
        return (
          <div key={id} className="help-shortcut">
            <dt>{t(label)}</dt>
            <dd>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
