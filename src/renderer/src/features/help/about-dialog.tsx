import notices from 'virtual:third-party-notices';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useInterfaceLanguage } from '../../i18n';
import { count } from '../../i18n/format';
import { closeDialog } from '../../state/dialogs';
import { Dialog } from '../../ui/dialog';
import './about.css';

/** What the program is, and the licences of all that it is built with. */
export default function AboutDialog() {
  const { t } = useTranslation();
  const language = useInterfaceLanguage();
  const { length } = notices;
  return (
    <Dialog title={t('about.title')} size="large" onClose={closeDialog}>
      <p className="dialog-text">{t('about.what')}</p>
      <p className="dialog-text">{t('about.own')}</p>
      <h3 className="about-others">
        {t('about.others', { count: length, number: count(length, language) })}
      </h3>
      <p className="dialog-text quiet">{t('about.othersText')}</p>
      <ul className="notices" lang="en">
        {notices.map((notice) => (
          <li key={`${notice.name} ${notice.version}`}>
            <Notice {...notice} />
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

function Notice({ name, version, licence, texts }: (typeof notices)[number]) {
  // Half a million characters: only those that somebody wants to read are laid out.
  const [isOpen, setOpen] = useState(false);
  return (
    <details
      className="notice"
      onToggle={(event) => {
        setOpen(event.currentTarget.open);
      }}
    >
      <summary>
        <span className="notice-name">{name}</span>
        <span className="notice-version">{version}</span>
        <span className="notice-licence">{licence}</span>
      </summary>
      {isOpen &&
        texts.map((text) => (
          <pre key={text} className="notice-text selectable">
            {text}
          </pre>
        ))}
    </details>
  );
}
