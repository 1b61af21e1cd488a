import type { ArchiveInfo, ReadOnlyReason } from '../../../../shared/archive-info';
import { request } from '../../bridge';
import { currentLanguage, translate } from '../../i18n';
import { ago, instant, paragraph } from '../../i18n/format';
import { archiveOpened } from '../../state/archive';
import { askPerson } from '../../state/questions';
import { attempt } from '../../state/release-actions';
import { showToast } from '../../state/toasts';

export type LockedReason = Extract<ReadOnlyReason, { why: 'locked' }>;

/** Reads the archive anew, and opens it for writing where nobody else has it. */
export async function reopenArchive(): Promise<void> {
  const info = await attempt<ArchiveInfo>(() => request('archive:reopen', null));
  if (info) archiveOpened(info);
}

/** Who has the archive, since when, and when they were last heard of. */
function holderSentences({ user, host, since, lastSeen }: LockedReason): string {
  const language = currentLanguage();
  const opened = instant(since, language);
  const who =
    host === ''
      ? translate('takeOver.whoSomewhere', { since: opened })
      : translate('takeOver.who', {
          user: user || translate('readOnly.somebody'),
          host,
          since: opened,
        });
  const seen =
    lastSeen === null
      ? translate('takeOver.never')
      : translate('takeOver.lastSeen', { lastSeen: ago(lastSeen, language) });
  return paragraph([who, seen], language);
}

/** Explains whose archive it is, and takes it over if the person wants that and it may be. */
export async function takeOver(reason: LockedReason): Promise<void> {
  const text = [holderSentences(reason)];
  if (!reason.canTakeOver) {
    await askPerson({
      title: translate('takeOver.notYetTitle'),
      text: [...text, translate('takeOver.notYet')],
      answers: [{ id: 'close', label: translate('common.close'), variant: 'primary' }],
      escape: 'close',
    });
    return;
  }
  const answer = await askPerson({
    title: translate('takeOver.title'),
    text: [...text, translate('takeOver.meaning')],
    answers: [
      { id: 'take-over', label: translate('takeOver.deed'), variant: 'danger' },
      { id: 'cancel', label: translate('common.cancel'), variant: 'primary' },
    ],
    escape: 'cancel',
  });
  if (answer !== 'take-over') return;
  const info = await attempt<ArchiveInfo>(() => request('archive:take-over', null));
  if (!info) return;
  archiveOpened(info);
  if (info.readOnly === null) showToast({ tone: 'done', text: translate('takeOver.done') });
}
