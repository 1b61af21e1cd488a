import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';

/** Each command runs other code. */
const commands: readonly string[] = [
  'backup',
  'export',
  'history',
  'import',
  'import-archive',
  'init',
  'pack',
  'partners',
  'redo',
  'restore',
  'search',
  'show',
  'stats',
  'undo',
  'verify',
];

/** The user's folder for what may be deleted at any time; null where there is none. */
export function codeFolder(
  platform: NodeJS.Platform,
  environment: Readonly<Record<string, string | undefined>>,
  home: string = homedir(),
): string | null {
  const given = platform === 'win32' ? environment['LOCALAPPDATA'] : environment['XDG_CACHE_HOME'];
  const usual = platform === 'darwin' ? join(home, 'Library/Caches') : join(home, '.cache');
  const folder = platform === 'darwin' || given === undefined || !isAbsolute(given) ? usual : given;
  return isAbsolute(folder) ? join(folder, 'press-archive') : null;
}

/** By the first word that is a command: a wrong guess costs a slower start and nothing else. */
export function codeName(words: readonly string[]): string {
  return words.find((word) => commands.includes(word)) ?? 'press-archive';
}
