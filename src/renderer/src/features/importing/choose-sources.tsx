import {
  FileArchive,
  FileCode2,
  FileText,
  FileType2,
  Files,
  Folder,
  FolderOpen,
  Globe,
  Images,
  Mail,
  type LucideIcon,
} from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { TextKey } from '../../i18n';
import { Button } from '../../ui/button';
import { chooseSources } from './run-import';

const kinds: readonly {
  readonly icon: LucideIcon;
  readonly text: TextKey;
  readonly ends: string;
}[] = [
  { icon: FileText, text: 'importing.kinds.text', ends: '.txt .md' },
  { icon: FileType2, text: 'importing.kinds.word', ends: '.docx .doc .rtf .odt' },
  { icon: FileType2, text: 'importing.kinds.pdf', ends: '.pdf' },
  { icon: Globe, text: 'importing.kinds.web', ends: '.html .mhtml' },
  { icon: Mail, text: 'importing.kinds.letter', ends: '.eml .msg' },
  { icon: FileCode2, text: 'importing.kinds.wordpress', ends: '.xml' },
  { icon: FileArchive, text: 'importing.kinds.zip', ends: '.zip' },
  { icon: Images, text: 'importing.kinds.photos', ends: '.jpg .png .webp' },
];

/** Nothing chosen yet: what can be imported, and how to say what. */
export function ChooseSources({ canWrite }: { readonly canWrite: boolean }) {
  const { t } = useTranslation();
  return (
    <div className="import-scroll">
      <div className="import-sheet">
        <div className="import-drop">
          <Folder size={32} strokeWidth={1.2} aria-hidden />
          <h2 className="import-heading">{t('importing.chooseTitle')}</h2>
          <p className="import-lead">{t('importing.chooseText')}</p>
          <div className="import-buttons">
            <Button
              icon={Files}
              variant="primary"
              autoFocus
              isDisabled={!canWrite}
              onPress={() => void chooseSources('files')}
            >
              {t('importing.chooseFiles')}
            </Button>
            <Button
              icon={FolderOpen}
              isDisabled={!canWrite}
              onPress={() => void chooseSources('folder')}
            >
              {t('importing.chooseFolder')}
            </Button>
          </div>
          {!canWrite && <p className="field-help">{t('importing.readOnly')}</p>}
        </div>
        <section aria-labelledby="import-kinds">
          <h3 id="import-kinds" className="import-label">
            {t('importing.kindsTitle')}
          </h3>
          <ul className="import-kinds">
            {kinds.map(({ icon: Icon, text, ends }) => (
              <li key={text}>
                <Icon size={15} strokeWidth={1.7} aria-hidden />
                <span>{t(text)}</span>
                <span className="import-ends">{ends}</span>
              </li>
            ))}
          </ul>
        </section>
        <ul className="import-promises">
          <li>{t('importing.promiseTwice')}</li>
          <li>{t('importing.promiseUnsure')}</li>
          <li>{t('importing.promiseUndo')}</li>
        </ul>
      </div>
    </div>
  );
}
