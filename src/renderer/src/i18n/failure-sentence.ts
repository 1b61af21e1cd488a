import { BridgeError } from '../bridge';
import { currentLanguage, translate } from './index';

/** A failure as one plain sentence in the interface's language. */
export function failureSentence(error: unknown): string {
  if (!(error instanceof BridgeError)) {
    return error instanceof Error ? error.message : String(error);
  }
  // The archive's own English sentence names the very file and reason; it is the better one.
  if (currentLanguage() === 'en' && error.message !== '') return error.message;
  const fileName = error.details['fileName'] || translate('reader.pasted');
  return translate(`failure.${error.code}`, { replace: { ...error.details, fileName } });
}
