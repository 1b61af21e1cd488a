import { translate } from '../../i18n';
import { ask } from '../../requests';
import { attempt } from '../../state/release-actions';
import { askPerson } from '../../state/questions';
import type { ReleaseId } from '../../../../shared/release';
import {
  closeEditor,
  dropSession,
  isDirty,
  shownSession,
  startSession,
  useEditor,
} from './editor-store';
import { formFromRelease } from './fill-form';
import { writeForms } from './kept-forms';
import { advanceQueue, forgetQueue } from './take-files';

type Left = 'stayed' | 'left' | 'kept';

/** Closes the form. Typed text is only thrown away when the person says so. */
async function leave(): Promise<Left> {
  const { shown, queue } = useEditor.getState();
  if (shown === null) return 'left';
  const session = shownSession();
  const isIntake = session?.origin.kind === 'intake';
  if (!isDirty(session) && !isIntake) {
    dropSession(shown);
    closeEditor();
    return 'left';
  }
  const waiting = shown === 'filing' ? queue.length : 0;
  const answer = await askPerson({
    title: translate('leave.title'),
    text: translate(waiting > 0 ? 'leave.textQueue' : 'leave.text', { count: waiting }),
    answers: [
      ...(waiting > 0
        ? [
            {
              id: 'discard-all',
              label: translate('leave.discardAll', { count: waiting + 1 }),
              variant: 'danger' as const,
            },
          ]
        : []),
      { id: 'discard', label: translate('leave.discard'), variant: 'danger' },
      { id: 'stay', label: translate('leave.stay') },
      { id: 'keep', label: translate('leave.keep'), variant: 'primary' },
    ],
    escape: 'stay',
  });
  if (answer === 'stay') return 'stayed';
  if (answer === 'discard-all') forgetQueue();
  if (answer !== 'keep') {
    dropSession(shown);
    if (shown === 'filing' && (await advanceQueue())) return 'stayed';
  }
  closeEditor();
  return answer === 'keep' ? 'kept' : 'left';
}

export async function leaveEditor(): Promise<boolean> {
  return (await leave()) !== 'stayed';
}

/** Asks what becomes of a form that was kept for later. Says whether the archive may be closed. */
async function leaveParked(): Promise<boolean> {
  const { filing, revising, queue } = useEditor.getState();
  const parked = filing ?? revising;
  if (parked === null) return true;
  const headline = parked.form.headline || translate('release.untitled');
  const answer = await askPerson({
    title: translate('leave.parkedTitle'),
    text: translate(queue.length > 0 ? 'leave.parkedTextQueue' : 'leave.parkedText', {
      headline,
      count: queue.length,
    }),
    answers: [
      { id: 'discard', label: translate('leave.discard'), variant: 'danger' },
      { id: 'stay', label: translate('common.cancel') },
      { id: 'keep', label: translate('leave.keep'), variant: 'primary' },
    ],
    escape: 'stay',
  });
  if (answer === 'discard') {
    forgetQueue();
    dropSession('filing');
    dropSession('revising');
  }
  return answer !== 'stay';
}

/** Leaves the archive. Its forms stay with it: they are there when it is opened again. */
export async function leaveArchive(): Promise<boolean> {
  const left = await leave();
  if (left === 'stayed') return false;
  // Who has just said "keep" isn't asked again.
  if (left !== 'kept' && !(await leaveParked())) return false;
  await writeForms();
  return true;
}

/** Opens a release in the form, or goes on with the correction of it that was left. */
export async function editRelease(id: ReleaseId): Promise<void> {
  const { revising } = useEditor.getState();
  if (revising?.origin.kind === 'revision' && revising.origin.id === id && isDirty(revising)) {
    useEditor.setState({ shown: 'revising' });
    return;
  }
  if (isDirty(revising)) {
    const answer = await askPerson({
      title: translate('leave.otherTitle'),
      text: translate('leave.otherText', { headline: revising?.form.headline ?? '' }),
      answers: [
        { id: 'discard', label: translate('leave.discard'), variant: 'danger' },
        { id: 'resume', label: translate('leave.resume'), variant: 'primary' },
      ],
      escape: 'resume',
    });
    if (answer === 'resume') {
      useEditor.setState({ shown: 'revising' });
      return;
    }
  }
  await attempt(async () => {
    const { release, partners } = await ask('release:read', { id });
    const origin = { kind: 'revision', id, basedOn: release.revision } as const;
    useEditor.setState({ problems: [] });
    startSession('revising', origin, formFromRelease(release, partners));
  });
}
