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
import { formFromRelease } from './form';
import { advanceQueue } from './take-files';

/** Closes the form. Typed text is only thrown away when the person says so. */
export async function leaveEditor(): Promise<boolean> {
  const { shown, queue } = useEditor.getState();
  if (shown === null) return true;
  const session = shownSession();
  const isIntake = session?.origin.kind === 'intake';
  if (!isDirty(session) && !isIntake) {
    dropSession(shown);
    closeEditor();
    return true;
  }
  const answer = await askPerson({
    title: translate('leave.title'),
    text: translate(queue.length > 0 ? 'leave.textQueue' : 'leave.text', { count: queue.length }),
    answers: [
      { id: 'discard', label: translate('leave.discard'), variant: 'danger' },
      { id: 'stay', label: translate('leave.stay') },
      { id: 'keep', label: translate('leave.keep'), variant: 'primary' },
    ],
    escape: 'stay',
  });
  if (answer === 'stay') return false;
  if (answer === 'discard') {
    dropSession(shown);
    if (shown === 'filing' && (await advanceQueue())) return false;
  }
  closeEditor();
  return true;
}

/** Leaves the archive with its forms: asks first where a form that was kept for later would go too. */
export async function leaveArchive(): Promise<boolean> {
  if (!(await leaveEditor())) return false;
  const { filing, revising } = useEditor.getState();
  const parked = filing ?? revising;
  if (parked === null) return true;
  const answer = await askPerson({
    title: translate('leave.parkedTitle'),
    text: translate('leave.parkedText', {
      headline: parked.form.headline || translate('release.untitled'),
    }),
    answers: [
      { id: 'discard', label: translate('leave.discard'), variant: 'danger' },
      { id: 'stay', label: translate('common.cancel'), variant: 'primary' },
    ],
    escape: 'stay',
  });
  return answer === 'discard';
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
