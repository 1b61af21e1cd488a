import { failureSentence } from '../i18n/failure-sentence';
import { showToast } from './toasts';

/** Runs a change and says so plainly where it is refused. */
export async function attempt<T>(work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    showToast({ tone: 'error', text: failureSentence(error) });
    return undefined;
  }
}
