import type { WorkEnd } from '../../../shared/ipc-contract';
import { listen, request } from '../bridge';
import { currentLanguage, translate } from '../i18n';
import { count } from '../i18n/format';

/** Says on the desktop that long work is over; main tells when nobody looks at a window. */
export function followWorkEnds(): () => void {
  return listen('work:ended', (end) => {
    const title = titleOf(end);
    if (title === null) return;
    const text = translate(`notification.${end.outcome === 'failed' ? 'lookWhy' : 'look'}`);
    // Who isn't told will see it all the same.
    request('notification:show', { title, text }).catch(() => undefined);
  });
}

/** null: whoever cancelled it knows. */
function titleOf({ work, outcome, filed }: WorkEnd): string | null {
  if (outcome !== 'done' && filed !== null) return stoppedWords(filed);
  return outcome === 'cancelled' ? null : translate(`notification.${outcome}.${work}`);
}

function stoppedWords(filed: number): string {
  const number = count(filed, currentLanguage());
  return translate('notification.stoppedAfter', { count: filed, number });
}
