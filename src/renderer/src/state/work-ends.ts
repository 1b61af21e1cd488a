import { listen, request } from '../bridge';
import { translate } from '../i18n';

/** Says on the desktop that long work is over; main tells when nobody looks at a window. */
export function followWorkEnds(): () => void {
  return listen('work:ended', ({ work, outcome, filed }) => {
    const isStopped = outcome !== 'done' && filed !== null;
    if (outcome === 'cancelled' && !isStopped) return;
    const notification = {
      title: isStopped ? stoppedWords(filed) : translate(`notification.${outcome}.${work}`),
      text: translate(`notification.${outcome === 'failed' ? 'lookWhy' : 'look'}`),
    };
    // Who isn't told will see it all the same.
    request('notification:show', notification).catch(() => undefined);
  });
}
