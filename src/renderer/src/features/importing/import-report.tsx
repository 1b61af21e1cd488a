import { Download, FileWarning, Import, RotateCw, Undo2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { importResults, type ImportResult, type ImportSummary } from '../../../../shared/importing';
import { useInterfaceLanguage } from '../../i18n';
import { count, moment, paragraph } from '../../i18n/format';
import { useRequest } from '../../requests';
import { stepArchive } from '../../state/undo';
import { showPlace } from '../../state/workspace';
import { Banner } from '../../ui/banner';
import { Button } from '../../ui/button';
import { useImport } from './import-store';
import { ReportList } from './report-list';
import { resumeImport, saveReport } from './run-import';

interface ImportReportProps {
  readonly summary: ImportSummary;
  /** It was cancelled or stopped, and the archive knows what was left. */
  readonly canResume: boolean;
}

/** What became of everything that was given. */
export function ImportReport({ summary, canResume }: ImportReportProps) {
  const { t } = useTranslation();
  const language = useInterfaceLanguage();
  const [result, setResult] = useState<ImportResult | 'all'>('all');
  const { filed, needsLook, alreadyHere, failed } = summary;
  const numbers = {
    filed,
    'needs-look': needsLook,
    'already-here': alreadyHere,
    failed,
  } as const satisfies Readonly<Record<ImportResult, number>>;
  const total = filed + needsLook + alreadyHere + failed;
  const isUndone = useIsUndone(summary);
  return (
    <div className="import-report">
      <div className="import-report-head">
        <h2 className="import-heading">{t('importing.reportTitle', said(filed + needsLook))}</h2>
        <p className="import-lead">
          {paragraph(
            [
              t(`importing.outcomes.${summary.outcome}`, {
                when: moment(summary.endedAt, language, new Date()),
              }),
              ...(summary.filesLeft > 0 ? [t('importing.filesLeft', said(summary.filesLeft))] : []),
              ...(isUndone ? [t('importing.undone')] : []),
            ],
            language,
          )}
        </p>
        {summary.trouble !== null && <Banner tone="error">{summary.trouble}</Banner>}
        <ToggleButtonGroup
          aria-label={t('importing.groups')}
          className="import-groups"
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[result]}
          onSelectionChange={(keys) => {
            setResult([...importResults, 'all' as const].find((each) => keys.has(each)) ?? 'all');
          }}
        >
          <Group id="all" label={t('importing.all')} number={total} />
          {importResults.map((each) => (
            <Group
              key={each}
              id={each}
              label={t(`importing.results.${each}`)}
              number={numbers[each]}
            />
          ))}
        </ToggleButtonGroup>
      </div>
      <ReportList key={result} result={result === 'all' ? null : result} />
      <footer className="import-foot">
        <UndoButton summary={summary} />
        <Button icon={Download} variant="quiet" onPress={() => void saveReport()}>
          {t('importing.saveReport')}
        </Button>
        <span className="spring" />
        {canResume && (
          <Button icon={RotateCw} onPress={() => void resumeImport()}>
            {t('importing.resume')}
          </Button>
        )}
        <Button
          icon={Import}
          onPress={() => {
            useImport.setState({ isReportClosed: true });
          }}
        >
          {t('importing.another')}
        </Button>
        {needsLook > 0 && !isUndone && (
          <Button
            variant="primary"
            icon={FileWarning}
            autoFocus
            onPress={() => {
              showPlace('needs-look');
            }}
          >
            {t('importing.workThrough', said(needsLook))}
          </Button>
        )}
      </footer>
    </div>
  );

  function said(number: number): { count: number; number: string } {
    return { count: number, number: count(number, language) };
  }
}

interface GroupProps {
  readonly id: ImportResult | 'all';
  readonly label: string;
  readonly number: number;
}

function Group({ id, label, number }: GroupProps) {
  const language = useInterfaceLanguage();
  return (
    <ToggleButton id={id} className={`import-group import-count-${id}`} isDisabled={number === 0}>
      <span className="import-group-label">{label}</span>
      <span className="import-group-number">{count(number, language)}</span>
    </ToggleButton>
  );
}

/** Whether the step that the archive would do again is this import. */
function useIsUndone({ startedAt }: ImportSummary): boolean {
  const { data: archive } = useRequest('archive:info', null);
  const step = archive?.redo;
  return step?.action === 'release:import' && step.at >= startedAt;
}

function UndoButton({ summary }: { readonly summary: ImportSummary }) {
  const { t } = useTranslation();
  const { data: archive } = useRequest('archive:info', null);
  const step = archive?.undo;
  // Only while it is the newest change: undo goes back one after the other.
  const isNewest = step?.action === 'release:import' && step.at >= summary.startedAt;
  if (summary.filed + summary.needsLook === 0) return null;
  return (
    <Button
      icon={Undo2}
      variant="quiet"
      isDisabled={!isNewest || archive?.readOnly !== null}
      onPress={() => void stepArchive('undo')}
    >
      {t('importing.undo')}
    </Button>
  );
}
