import { useTranslation } from 'react-i18next';
import type { ImportCounts, ImportProgress } from '../../../../shared/importing';
import { useInterfaceLanguage } from '../../i18n';
import { count, fileSize } from '../../i18n/format';
import { Button } from '../../ui/button';
import { classNames } from '../../ui/class-names';
import { Progress } from '../../ui/progress';
import { stopGiving } from './give-files';
import { useImport, type Giving } from './import-store';
import { doneWords, rateWords, remainingWords } from './import-words';
import { shareOf } from './pace';
import { cancelImport } from './run-import';

const counted = [
  { key: 'filed', result: 'filed' },
  { key: 'needsLook', result: 'needs-look' },
  { key: 'alreadyHere', result: 'already-here' },
  { key: 'failed', result: 'failed' },
] as const satisfies readonly { readonly key: keyof ImportCounts; readonly result: string }[];

/** An import under way; null: it is only just beginning. */
export function ImportRunning({ progress }: { readonly progress: ImportProgress | null }) {
  const { t } = useTranslation();
  const language = useInterfaceLanguage();
  const samples = useImport((state) => state.samples);
  const isStopping = useImport((state) => state.isStopping);
  const share = progress && shareOf(progress);
  return (
    <div className="import-scroll">
      <div className="import-sheet">
        <h2 className="import-heading">{t('importing.running')}</h2>
        <div>
          <Progress
            label={progress && progress.files > 0 ? doneWords(progress) : t('importing.looking')}
            done={Math.round((share ?? 0) * 1_000)}
            total={share === null ? 0 : 1_000}
            detail={remainingWords(samples)}
          />
          <p className="import-current">
            <bdi>{progress?.current}</bdi>
          </p>
        </div>
        <dl className="import-counts">
          {counted.map(({ key, result }) => (
            <div
              key={key}
              className={classNames(
                `import-count import-count-${result}`,
                (progress?.[key] ?? 0) === 0 && 'import-count-none',
              )}
            >
              <dt>{t(`importing.results.${result}`)}</dt>
              <dd>{count(progress?.[key] ?? 0, language)}</dd>
            </div>
          ))}
        </dl>
        <div className="import-buttons">
          <Button isDisabled={isStopping || progress === null} onPress={() => void cancelImport()}>
            {t(isStopping ? 'importing.stopping' : 'common.cancel')}
          </Button>
          <span className="import-rate">{rateWords(samples)}</span>
        </div>
        <p className="field-help">{t('importing.meanwhile')}</p>
      </div>
    </div>
  );
}

/** Dropped files on their way into the archive's own folder. */
export function ImportGiving({ giving }: { readonly giving: Giving }) {
  const { t } = useTranslation();
  const language = useInterfaceLanguage();
  const { files, filesDone, bytes, bytesDone } = giving;
  return (
    <div className="import-scroll">
      <div className="import-sheet">
        <h2 className="import-heading">{t('importing.giving')}</h2>
        <Progress
          label={t('importing.doneOf', {
            count: files,
            done: count(filesDone, language),
            total: count(files, language),
          })}
          done={bytesDone}
          total={bytes}
          detail={`${fileSize(bytesDone, language)} / ${fileSize(bytes, language)}`}
        />
        <div className="import-buttons">
          <Button onPress={stopGiving}>{t('common.cancel')}</Button>
        </div>
      </div>
    </div>
  );
}
