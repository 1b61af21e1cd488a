import { basename } from 'node:path';
import { visibleText } from '../../shared/visible-text';

/** The last part of a path, as it can be shown: names may hold what makes a terminal do things. */
export function fileNameOf(path: string): string {
  return visibleText(basename(path));
}
