import type { Likeness } from '../../../../shared/importing';
import type { ReleaseContent } from '../../../../shared/release';
import { translate } from '../../i18n';
import { ask } from '../../requests';
import { attempt } from '../../state/attempt';
import { showToast } from '../../state/toasts';
import { openRelease, showReleases } from '../../state/workspace';
import { closeEditor, dropSession, isDirty, useEditor, type Session } from './editor-store';
import { contentFromForm } from './form-content';
import { formAsRevision, formFromRelease } from './fill-form';
import { advanceQueue } from './take-files';

/** What the form would file just now, as far as the archive knows its partners. */
export function contentOf({ form, origin }: Session): ReleaseContent {
  const partnerIds = form.partners
    .filter(({ state }) => state === 'accepted')
    .flatMap(({ partnerId }) => partnerId ?? []);
  return contentFromForm(form, partnerIds, origin.kind === 'intake' ? origin.intake.parsed : null);
}

/** It is the release that is there: nothing is filed. The next text that waits is shown, or that release. */
export async function dropAsSame({ id }: Likeness): Promise<void> {
  dropSession('filing');
  showToast({ tone: 'done', text: translate('likeness.notFiled') });
  if (await advanceQueue()) return;
  closeEditor();
  showReleases();
  openRelease(id);
}

/** The form becomes a correction of the release that is there. */
export async function reviseInstead({ id }: Likeness): Promise<void> {
  const { filing, revising } = useEditor.getState();
  if (filing === null) return;
  if (isDirty(revising)) {
    showToast({ tone: 'error', text: translate('likeness.otherCorrection') });
    return;
  }
  await attempt(async () => {
    const { release, partners } = await ask('release:read', { id });
    const pristine = formFromRelease(release, partners);
    const read = filing.origin.kind === 'intake' ? { source: filing.origin.intake.source } : {};
    const origin = { kind: 'revision', id, basedOn: release.revision, ...read } as const;
    // Texts that wait come after this one; the next of them is parked until it is saved.
    await advanceQueue();
    useEditor.setState({
      shown: 'revising',
      revising: { form: formAsRevision(filing.form, pristine), pristine, origin },
      problems: [],
      activeField: null,
    });
  });
}
