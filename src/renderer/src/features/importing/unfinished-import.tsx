import { useTranslation } from 'react-i18next';
import { useInterfaceLanguage } from '../../i18n';
import { moment } from '../../i18n/format';
import { Banner } from '../../ui/banner';
import { Button } from '../../ui/button';
import { useImport } from './import-store';
import { forgetImport, resumeImport, useImportState } from './run-import';

/** An import that ended with the program: offered at the next opening. */
export function UnfinishedImportBanner() {
  const { t } = useTranslation();
  const language = useInterfaceLanguage();
  const state = useImportState();
  const isStarting = useImport((store) => store.isStarting);
  // One that was cancelled just now is offered in its report.
  if (state?.unfinished == null || state.last !== null || state.running !== null || isStarting) {
    return null;
  }
  const when = moment(state.unfinished.startedAt, language, new Date());
  return (
    <Banner
      tone="info"
      action={
        <>
          <Button variant="quiet" onPress={() => void forgetImport()}>
            {t('importing.forget')}
          </Button>
          <Button variant="primary" onPress={() => void resumeImport()}>
            {t('importing.resume')}
          </Button>
        </>
      }
    >
      {t('importing.unfinished', { when })}
    </Banner>
  );
}
