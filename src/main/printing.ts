import type { WebContents } from 'electron';
import { ArchiveError } from '../archive/errors';

/**
 * Prints the page as its print styles say, after asking for a printer. Resolves when it was handed to
 * the printer, or the person thought better of it. Throws `printing-failed`.
 */
export function printPage(contents: WebContents): Promise<void> {
  return new Promise((resolve, reject) => {
    contents.print({ printBackground: false }, (isPrinted, reason) => {
      // Electron tells a person's "Cancel" from a failure by this text alone.
      if (isPrinted || /cancel/iu.test(reason)) resolve();
      else reject(new ArchiveError('printing-failed', 'The printer did not take it.', { reason }));
    });
  });
}
