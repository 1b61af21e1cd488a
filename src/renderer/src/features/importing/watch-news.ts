import type { WatchNews } from '../../../../shared/importing';
import { listen, request } from '../../bridge';
import { currentLanguage, translate } from '../../i18n';
import { count, paragraph } from '../../i18n/format';
import { showToast } from '../../state/toasts';

/** Says what the watched folder has brought about; on the desktop where nobody looks at the window. */
export function followWatch(): () => void {
  return listen('watch:news', (news) => {
    const text = sentenceOf(news);
    const isBad = news.kind === 'missing' || news.filed + news.needsLook === 0;
    showToast({ tone: isBad ? 'error' : 'done', text });
    if (document.hasFocus() || news.kind === 'missing') return;
    const title = translate('watch.title');
    // Who isn't told will see it all the same.
    request('notification:show', { title, text }).catch(() => undefined);
  });
}

function sentenceOf(news: WatchNews): string {
  const { folder } = news;
  if (news.kind === 'missing') return translate('watch.missing', { folder });
  const said = (number: number): { count: number; number: string } => ({
    count: number,
    number: count(number, currentLanguage()),
  });
  const { filed, needsLook, failed } = news;
  const sentences = [
    ...(filed + needsLook > 0
      ? [translate('watch.filed', { ...said(filed + needsLook), folder })]
      : []),
    ...(needsLook > 0 ? [translate('watch.needsLook', said(needsLook))] : []),
    ...(failed > 0 ? [translate('watch.failed', said(failed))] : []),
  ];
  return paragraph(sentences, currentLanguage());
}
