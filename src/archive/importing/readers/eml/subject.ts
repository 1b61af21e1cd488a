import { tidyLine } from '../markdown/hast';

/** What mail programs put before the subject of an answer or a forwarded letter, in many languages. */
const prefix =
  /^(?:(?:re|res|fwd?|wg|aw|sv|vs|vb|tr|rv|enc|antw|odp|ynt|回复|回覆|答复|答覆|转发|轉發|轉寄|转寄|返信|転送)\s*(?:\[\d{1,3}\]|\(\d{1,3}\))?\s*[:：]|\[(?:external|ext|外部邮件|外部郵件)\])\s*/i;

/** The subject without "Re:", "Fwd:", "回复：" and their like, however many. */
export function plainSubject(subject: string): string {
  let rest = tidyLine(subject);
  for (;;) {
    const shorter = rest.replace(prefix, '');
    if (shorter === rest) return rest;
    rest = shorter;
  }
}
