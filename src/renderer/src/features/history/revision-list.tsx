import { useTranslation } from 'react-i18next';
import { ListBox, ListBoxItem } from 'react-aria-components';
import type { ReleaseHistory } from '../../../../shared/release-history';
import { useInterfaceLanguage } from '../../i18n';
import { instant } from '../../i18n/format';
import { newHeadline, revisionLabel } from './revision-label';

interface RevisionListProps {
  readonly history: ReleaseHistory;
  readonly chosen: number;
  readonly lang: string | undefined;
  readonly onChoose: (revision: number) => void;
}

/** The revisions, newest first. */
export function RevisionList({ history, chosen, lang, onChoose }: RevisionListProps) {
  const { t } = useTranslation();
  const language = useInterfaceLanguage();
  return (
    <ListBox
      aria-label={t('history.revisions')}
      className="revisions"
      selectionMode="single"
      selectionBehavior="replace"
      disallowEmptySelection
      autoFocus
      selectedKeys={[chosen]}
      onSelectionChange={(keys) => {
        const [key] = keys === 'all' ? [] : keys;
        if (typeof key === 'number') onChoose(key);
      }}
    >
      {history.map((summary, index) => {
        const { revision, at, isWhole } = summary;
        const when = at === null ? t('history.unknownTime') : instant(at, language);
        const what = t(revisionLabel(summary));
        const headline = newHeadline(history, index);
        return (
          <ListBoxItem
            key={revision}
            id={revision}
            textValue={`${when}, ${what}`}
            className="revision"
          >
            <span className="revision-when">
              <span>{when}</span>
              {index === 0 && <span className="badge revision-now">{t('history.now')}</span>}
              {!isWhole && <span className="badge badge-withdrawn">{t('history.notWhole')}</span>}
            </span>
            <span className="revision-what">{what}</span>
            {headline !== null && (
              <span className="revision-headline" lang={lang}>
                {headline || t('release.untitled')}
              </span>
            )}
          </ListBoxItem>
        );
      })}
    </ListBox>
  );
}
