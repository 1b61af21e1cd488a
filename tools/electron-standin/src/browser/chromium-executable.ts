import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

export function chromiumExecutable(): string {
  const named = process.env['PRESS_ARCHIVE_CHROMIUM'];
  if (named !== undefined && named !== '') {
    if (existsSync(named)) return named;
    throw new Error(
      `electron-standin: PRESS_ARCHIVE_CHROMIUM names ${named}, which does not exist`,
    );
  }
  const folders = ['/usr/bin', ...(process.env['PATH'] ?? '').split(delimiter)];
  for (const name of NAMES) {
    for (const folder of folders) {
      const path = join(folder, name);
      if (folder !== '' && existsSync(path)) return path;
    }
  }
  throw new Error(
    'electron-standin: no Chromium found. Install it ("apt-get install chromium" on Debian), ' +
      'or set PRESS_ARCHIVE_CHROMIUM to the path of its executable.',
  );
}
