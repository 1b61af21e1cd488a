import { FilePlus, FolderPlus, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useInterfaceLanguage } from '../../i18n';
import { count, fileSize, paragraph } from '../../i18n/format';
import { Button, IconButton } from '../../ui/button';
import { ImportOptionsForm } from './import-options-form';
import { removeChosen, type ChosenSource } from './import-store';
import { chooseSources, startImport } from './run-import';

/** What was chosen, how it is filed, and the start. */
export function ImportSetup({ chosen }: { readonly chosen: readonly ChosenSource[] }) {
  const { t } = useTranslation();
  return (
    <>
      <div className="import-scroll">
        <div className="import-sheet">
          <section className="import-part" aria-labelledby="import-what">
            <h2 id="import-what" className="import-heading">
              {t('importing.setupTitle')}
            </h2>
            <ul className="import-sources">
              {chosen.map((source) => (
                <Source key={source.path} source={source} />
              ))}
            </ul>
            <div className="import-buttons">
              <Button icon={FilePlus} variant="quiet" onPress={() => void chooseSources('files')}>
                {t('importing.addFiles')}
              </Button>
              <Button
                icon={FolderPlus}
                variant="quiet"
                onPress={() => void chooseSources('folder')}
              >
                {t('importing.addFolder')}
              </Button>
            </div>
          </section>
          <ImportOptionsForm />
        </div>
      </div>
      <footer className="import-foot">
        <p className="field-help">{t('importing.setupNote')}</p>
        <Button variant="primary" autoFocus onPress={() => void startImport()}>
          {t('importing.start')}
        </Button>
      </footer>
    </>
  );
}

function Source({ source }: { readonly source: ChosenSource }) {
  const { t } = useTranslation();
  const language = useInterfaceLanguage();
  const { path, given } = source;
  const name = source.name || t('importing.dropped');
  const said = given && [
    t('importing.files', { count: given.files, number: count(given.files, language) }) +
      ` · ${fileSize(given.bytes, language)}`,
    ...(given.left > 0 ? [t('importing.leftOut', { count: given.left })] : []),
  ];
  return (
    <li className="import-source">
      <span className="import-source-name selectable" title={given ? undefined : path}>
        <bdi>{name}</bdi>
      </span>
      {said && <span className="import-source-detail">{paragraph(said, language)}</span>}
      <IconButton
        size="small"
        icon={X}
        label={t('common.removeNamed', { name })}
        onPress={() => {
          removeChosen(path);
        }}
      />
    </li>
  );
}
