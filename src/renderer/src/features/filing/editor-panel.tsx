import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { CommandButton } from '../../commands/command-button';
import { assertNever } from '../../assert-never';
import { Banner } from '../../ui/banner';
import { prepareBodyEditor } from '../body-editor/body-field';
import { useEditor, type Session, type Slot } from './editor-store';
import { IntakeArea } from './intake-area';
import { ReleaseFormView } from './release-form-view';
import { SourceColumn } from './source-column';
import './filing.css';

/** Another text means another form: it starts at its top. */
function formKey({ origin }: Session): string {
  switch (origin.kind) {
    case 'blank':
      return 'blank';
    case 'intake':
      return `intake ${origin.intake.source.sha256} ${origin.intake.source.encoding}`;
    case 'revision':
      return `revision ${origin.id}`;
    default:
      return assertNever(origin);
  }
}

/** Filing and correcting take the whole window: both need the room, and one thing at a time. */
export function EditorPanel({ slot }: { readonly slot: Slot }) {
  const { t } = useTranslation();
  const session = useEditor((state) => state[slot]);
  const batch = useEditor((state) => state.batch);
  const problems = useEditor((state) => state.problems);
  const reading = useEditor((state) => state.reading);
  const origin = session?.origin;
  const isRevision = slot === 'revising';
  useEffect(prepareBodyEditor, []);
  return (
    <main className="editor" aria-labelledby="editor-title">
      <header className="bar editor-bar">
        <CommandButton id="close-editor" />
        <h1 id="editor-title" className="editor-title">
          {t(isRevision ? 'filing.correct' : 'filing.title')}
        </h1>
        {batch.total > 1 && !isRevision && (
          <span className="editor-batch">
            {t('filing.batch', {
              number: Math.min(batch.total, batch.done + 1),
              total: batch.total,
            })}
          </span>
        )}
        <span className="editor-reading" role="status">
          {reading > 0 ? t('filing.reading') : ''}
        </span>
        <span className="spring" />
        {session && (
          <CommandButton
            id={isRevision ? 'save-release' : 'file-release'}
            look="primary"
            isBusy={reading > 0}
          />
        )}
      </header>
      {problems.length > 0 && (
        <Banner
          tone="error"
          onDismiss={() => {
            useEditor.setState({ problems: [] });
          }}
        >
          <ul>
            {problems.map((problem, index) => (
              <li key={index}>{problem.sentence}</li>
            ))}
          </ul>
        </Banner>
      )}
      {session === null ? (
        <IntakeArea />
      ) : (
        <div className="editor-columns">
          {origin?.kind === 'intake' && <SourceColumn intake={origin.intake} file={origin.file} />}
          <ReleaseFormView key={formKey(session)} session={session} />
        </div>
      )}
    </main>
  );
}
