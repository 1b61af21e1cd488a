import { useTranslation } from 'react-i18next';
import type { ImportProgress } from '../../../../shared/importing';
import { useWorkspace } from '../../state/workspace';
import { Button } from '../../ui/button';
import { useEditor } from '../filing/editor-store';
import { useImport } from './import-store';
import { doneWords, remainingWords } from './import-words';
import { shareOf } from './pace';
import { openImport, useImportState } from './run-import';
import '../../ui/progress.css';
import '../../ui/strip.css';

/** An import that goes on while one does something else. */
export function ImportStrip() {
  const state = useImportState();
  const isShown = useWorkspace(({ view }) => view.kind === 'import');
  const hasForm = useEditor(({ shown }) => shown !== null);
  if (state?.running == null || (isShown && !hasForm)) return null;
  return <Strip progress={state.running} hasForm={hasForm} />;
}

interface StripProps {
  readonly progress: ImportProgress;
  readonly hasForm: boolean;
}

function Strip({ progress, hasForm }: StripProps) {
  const { t } = useTranslation();
  const samples = useImport((store) => store.samples);
  const share = shareOf(progress);
  const words = [doneWords(progress), remainingWords(samples)].filter((part) => part !== '');
  return (
    <aside className="strip" aria-label={t('importing.running')}>
      <span className="strip-text">
        <strong>{t('importing.running')}</strong> {words.join(' · ')}
      </span>
      <span className="progress-track strip-track" aria-hidden>
        <span
          className={share === null ? 'progress-fill progress-unknown' : 'progress-fill'}
          style={{ width: `${share === null ? 30 : share * 100}%` }}
        />
      </span>
      {/* Beside a form it would put that away. */}
      {!hasForm && (
        <Button variant="quiet" onPress={openImport}>
          {t('importing.show')}
        </Button>
      )}
    </aside>
  );
}
