import type { PartnerAlias } from '../shared/partner';

/** "华为:zh": a name and its language (BCP 47), which may be left out. */
export function parseAlias(text: string): PartnerAlias {
  const match = /^(.+):([a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)$/su.exec(text);
  return match === null
    ? { name: text, language: 'und' }
    : { name: match[1] ?? '', language: match[2] ?? 'und' };
}
