import { useTranslation } from 'react-i18next';
import type { UnfinishedImport } from '../../../../shared/importing';
import { visibleText } from '../../../../shared/visible-text';
import { useInterfaceLanguage } from '../../i18n';
import { count, moment } from '../../i18n/format';
import { Banner } from '../../ui/banner';
import { Button } from '../../ui/button';
import { useImport } from './import-store';
import { nameOfPath } from './report-row-words';
import { leaveImport, resumeImport, useImportState } from './run-import';
import './importing.css';

/** More names than these are a number. */
const mostNames = 3;

/** An import that ended with the program: offered at the next opening. */
export function UnfinishedImportBanner() {
  const state = useImportState();
  const isStarting = useImport((store) => store.isStarting);
  // One that was cancelled just now is offered in its report.
  if (state?.unfinished == null || state.last !== null || state.running !== null || isStarting) {
    return null;
  }
  return <Unfinished unfinished={state.unfinished} />;
}

function Unfinished({ unfinished }: { readonly unfinished: UnfinishedImport }) {
  const { t } = useTranslation();
  const language = useInterfaceLanguage();
  const { sources, files, filesDone, startedAt, stoppedAt } = unfinished;
  const now = new Date();
  const last = moment(stoppedAt, language, now);
  const more = sources.length - mostNames;
  return (
    <Banner
      tone="info"
      action={
        <div className="unfinished-answers">
          <Button variant="quiet" onPress={() => void leaveImport()}>
            {t('importing.forget')}
          </Button>
          <Button variant="primary" onPress={() => void resumeImport()}>
            {t('importing.resume')}
          </Button>
        </div>
      }
    >
      <p className="unfinished-title">
        <strong>{t('importing.unfinished', { when: moment(startedAt, language, now) })}</strong>
        {sources.slice(0, mostNames).map((source) => (
          <bdi key={source} className="unfinished-source" title={visibleText(source)}>
            {visibleText(nameOfPath(source))}
          </bdi>
        ))}
        {more > 0 && <span>{t('importing.unfinishedMore', { count: more })}</span>}
      </p>
      <p>
        {files === 0
          ? t('importing.unfinishedEarly', { last })
          : t('importing.unfinishedDone', {
              done: count(filesDone, language),
              total: count(files, language),
              left: count(files - filesDone, language),
              last,
            })}
      </p>
      <p className="unfinished-help">{t('importing.unfinishedHelp')}</p>
    </Banner>
  );
}
