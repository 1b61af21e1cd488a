import { isAhead, type Embargo } from '../../../shared/embargo';
import type { Release, ReleaseLanguage } from '../../../shared/release';
import { html, type SafeHtml } from './html';

/** The embargo that whoever gets a release has to keep; null where there is none, or it is over. */
export function embargoInForce(release: Release, now: Date): Embargo | null {
  return isAhead(release, now.getTime()) ? release.embargo : null;
}

/** "EMBARGOED UNTIL 5 August 2026, 00:01 (Europe/London), that is 4 August 2026, 23:01 UTC" */
export function embargoNotice({ local, zone, until }: Embargo, language: ReleaseLanguage): string {
  const there = clock(local, language);
  const utc = clock(until.slice(0, 16), language);
  if (language === 'zh') {
    const isUtc = zone === 'UTC' ? '' : `，即协调世界时 ${utc}`;
    return `禁发：${there}（${zone}）前不得发布${isUtc}`;
  }
  const isUtc = zone === 'UTC' ? '' : `, that is ${utc} UTC`;
  return `EMBARGOED UNTIL ${there} (${zone})${isUtc}`;
}

/** The same above a page. */
export function embargoParagraph(
  embargo: Embargo | null,
  language: ReleaseLanguage,
): SafeHtml | null {
  if (embargo === null) return null;
  return html`<p class="notice" role="note">
    <strong>${embargoNotice(embargo, language)}</strong>
  </p>`;
}

function clock(local: string, language: ReleaseLanguage): string {
  return new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', {
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: 'UTC',
  }).format(new Date(`${local}Z`));
}
