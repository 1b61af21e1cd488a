import { useTranslation } from 'react-i18next';
import { commandsOfGroup, menuLayout } from '../../commands/menu-layout';
import { commandOf } from '../../commands/registry';
import { shortcutOf, shortcutText } from '../../commands/shortcuts';
import { closeDialog } from '../../state/dialogs';
import { Dialog } from '../../ui/dialog';
import './shortcuts.css';

/** Keys that belong to a list or a field rather than to a command. */
const listKeys = [
  { keys: '↑ ↓', text: 'shortcuts.move' },
  { keys: 'Shift+↑ ↓', text: 'shortcuts.select' },
  { keys: 'Home End', text: 'shortcuts.ends' },
  { keys: '↵', text: 'shortcuts.read' },
  { keys: 'Esc', text: 'shortcuts.leave' },
] as const;

/** Every key of the program, by what it is for. */
export function ShortcutsDialog() {
  const { t } = useTranslation();
  return (
    <Dialog title={t('command.shortcuts')} onClose={closeDialog} size="large">
      {/* Focusable, so that the arrow keys scroll it. */}
      <div className="shortcuts" role="region" aria-label={t('command.shortcuts')} tabIndex={0}>
        {menuLayout.map((group) => {
          const rows = commandsOfGroup(group).flatMap((id) => {
            const command = commandOf(id);
            const key = shortcutOf(command);
            return key ? [{ id, key, text: t(command.label) }] : [];
          });
          if (rows.length === 0) return null;
          return (
            <section key={group.id} className="shortcuts-group">
              <h3>{t(group.label)}</h3>
              <dl>
                {rows.map(({ id, key, text }) => (
                  <div key={id}>
                    <dt>{text}</dt>
                    <dd>
                      <kbd>{shortcutText(key)}</kbd>
                    </dd>
                  </div>
                ))}
              </dl>
            </section>
          );
        })}
        <section className="shortcuts-group">
          <h3>{t('list.label')}</h3>
          <dl>
            {listKeys.map(({ keys, text }) => (
              <div key={text}>
                <dt>{t(text)}</dt>
                <dd>
                  <kbd>{keys}</kbd>
                </dd>
              </div>
            ))}
          </dl>
        </section>
      </div>
    </Dialog>
  );
}
