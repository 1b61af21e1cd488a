import type { PartnerId } from '../../../../shared/partner';
import type { Release, ReleaseId } from '../../../../shared/release';
import { BridgeError, request } from '../../bridge';
import { translate } from '../../i18n';
import { failureSentence } from '../../i18n/failure-sentence';
import { showToast } from '../../state/toasts';
import { sayUndoable } from '../../state/undo';
import { openRelease, showReleases } from '../../state/workspace';
import {
  closeEditor,
  dropSession,
  patchForm,
  shownSession,
  useEditor,
  type Session,
} from './editor-store';
import { focusField } from './fields';
import { contentFromForm, wholeEmbargo } from './form-content';
import type { PartnerChoice, ReleaseForm } from './form';
import { partnerNamed } from './partner-names';
import { advanceQueue } from './take-files';

let isFiling = false;

/** Makes the partner, or finds the one that has the name by now. */
async function partnerIdOf(choice: PartnerChoice, group: string): Promise<PartnerId> {
  if (choice.partnerId !== null) return choice.partnerId;
  try {
    const content = {
      name: choice.name,
      aliases: [],
      kind: 'other',
      country: '',
      note: '',
    } as const;
    return (await request('partner:add', { content, group })).id;
  } catch (error) {
    if (!(error instanceof BridgeError) || error.code !== 'partner-name-taken') throw error;
    const partners = await request('partner:list', null);
    const taken = partnerNamed(partners, choice.name);
    if (!taken) throw error;
    return taken.id;
  }
}

/** The ids of the accepted partners; new ones are written into the form, so that trying again doesn't make them twice. */
async function settlePartners(form: ReleaseForm, group: string): Promise<readonly PartnerId[]> {
  const settled: PartnerChoice[] = [];
  for (const choice of form.partners) {
    settled.push(
      choice.state === 'accepted'
        ? { ...choice, partnerId: await partnerIdOf(choice, group) }
        : choice,
    );
    patchForm({ partners: [...settled, ...form.partners.slice(settled.length)] });
  }
  const ids = settled
    .filter((choice) => choice.state === 'accepted')
    .map((choice) => choice.partnerId)
    .filter((id) => id !== null);
  return [...new Set(ids)];
}

async function send({ form, origin, likeness }: Session): Promise<Release> {
  const parsed = origin.kind === 'intake' ? origin.intake.parsed : null;
  // The partners that it brings along and the release are one step to undo.
  const group = crypto.randomUUID();
  const content = contentFromForm(form, await settlePartners(form, group), parsed);
  if (origin.kind === 'revision') {
    const { id, basedOn, source } = origin;
    return request('release:revise', { id, basedOn, content, source, group });
  }
  const source = origin.kind === 'intake' ? origin.intake.source : null;
  const release = await request('release:file', { content, source, group });
  if (likeness?.kind === 'translation') await linkTo(likeness.of, release, group);
  return release;
}

/** It is filed by now: where it can't be linked that is said, and no reason to file it again. */
async function linkTo(of: ReleaseId, { id }: Release, group: string): Promise<void> {
  try {
    await request('story:link', { ids: [of, id], filing: group });
  } catch (error) {
    const isSameLanguage = error instanceof BridgeError && error.code === 'request-invalid';
    const text = isSameLanguage ? translate('story.sameLanguage') : failureSentence(error);
    showToast({ tone: 'error', text });
  }
}

/** Files or saves what the form holds, then shows it, or the next text that waits. */
export async function fileRelease(): Promise<void> {
  const session = shownSession();
  if (session === null || isFiling) return;
  if (session.form.headline.trim() === '') {
    showToast({ tone: 'error', text: translate('filing.headlineMissing') });
    focusField('headline');
    return;
  }
  if (session.form.embargo !== null && wholeEmbargo(session.form.embargo) === null) {
    // What is known of an embargo must not get lost, and half of one can't be kept.
    showToast({ tone: 'error', text: translate('embargo.incomplete') });
    focusField('embargo');
    return;
  }
  isFiling = true;
  useEditor.setState({ problems: [] });
  try {
    const release = await send(session);
    const isRevision = session.origin.kind === 'revision';
    const text = translate(
      isRevision ? 'toast.saved' : release.status === 'draft' ? 'toast.draftSaved' : 'toast.filed',
      { headline: release.headline },
    );
    openRelease(release.id);
    if (isRevision) dropSession('revising');
    else if (await advanceQueue()) {
      // The next form is open: undo means what is typed there.
      showToast({ tone: 'done', text });
      return;
    }
    closeEditor();
    showReleases();
    await sayUndoable(text);
  } catch (error) {
    const sentence =
      error instanceof BridgeError && error.code === 'release-changed-meanwhile'
        ? translate('filing.changedMeanwhile')
        : failureSentence(error);
    useEditor.setState({ problems: [{ fileName: '', sentence }] });
  } finally {
    isFiling = false;
  }
}
