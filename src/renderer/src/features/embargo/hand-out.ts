import { isAhead, type Embargo } from '../../../../shared/embargo';
import type { Release, ReleaseId } from '../../../../shared/release';
import { request } from '../../bridge';
import { currentLanguage, translate } from '../../i18n';
import { askPerson } from '../../state/questions';
import { showToast } from '../../state/toasts';
import { embargoMoment } from './embargo-words';

/** How something leaves the archive. */
type Way = 'export' | 'print' | 'drag';

/** Whether releases may leave the archive: a person is asked where they are under embargo. */
export async function mayHandOut(way: Way, ids: readonly ReleaseId[]): Promise<boolean> {
  // Asked anew each time: embargoes end by themselves.
  const embargo = await request('release:embargo', { ids });
  return embargo === null || agreeTo(way, embargo);
}

/** Whether the person lets something leave although it is under this embargo. */
export async function agreeTo(way: Way, embargo: Embargo): Promise<boolean> {
  const when = embargoMoment(embargo, currentLanguage());
  const answer = await askPerson({
    title: translate('embargo.handOutTitle'),
    text: [translate('embargo.untilSentence', { when }), translate('embargo.handOutText')],
    answers: [
      { id: 'keep', label: translate('common.cancel') },
      { id: 'go-on', label: translate(`embargo.goOn.${way}`), variant: 'danger' },
    ],
    escape: 'keep',
  });
  return answer === 'go-on';
}

/** Whoever copies a piece of a text under embargo is told: it leaves without the notice above it. */
export function sayEmbargoOf({ embargo, status }: Pick<Release, 'embargo' | 'status'>): void {
  if (embargo === null || status === 'withdrawn' || !isAhead({ embargo }, Date.now())) return;
  const when = embargoMoment(embargo, currentLanguage());
  showToast({ tone: 'done', text: translate('embargo.copied', { when }) });
}
