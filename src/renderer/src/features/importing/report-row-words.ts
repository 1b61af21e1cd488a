import type { ImportRow } from '../../../../shared/importing';
import { BridgeError } from '../../bridge';
import { currentLanguage, translate } from '../../i18n';
import { failureSentence } from '../../i18n/failure-sentence';
import { paragraph } from '../../i18n/format';

/** What a person should know of a row, in their language; '' where all went well. */
export function reasonOf({ failure, review, remarks, result }: ImportRow): string {
  const sentences = [
    ...(failure === null ? [] : [failureSentence(new BridgeError(failure))]),
    ...(result === 'already-here' ? [translate('importing.isHere')] : []),
    ...review.map((reason) => translate(`review.reasons.${reason}`)),
    ...remarks.map(({ code, count }) => translate(`importing.remarks.${code}`, { count })),
  ];
  return paragraph(sentences, currentLanguage());
}

/** The end of a path, which tells one file from another. */
export function nameOfPath(path: string): string {
  return path.replace(/^.*[\\/]/, '');
}
