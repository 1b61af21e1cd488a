import { parseCommandLine, type CommandLine } from './command-line';
import type { Chromium } from './browser/chromium';

/** What the API modules share about this run. Filled by `start`, before the application loads. */
export interface StandIn {
  executable: string;
  commandLine: CommandLine;
  applicationFolder: string;
  applicationName: string;
  applicationVersion: string;
  headless: boolean;
  /** A person is at the window, not a test. */
  interactive: boolean;
  chromium: Chromium | undefined;
}

export const standIn: StandIn = {
  executable: '',
  commandLine: parseCommandLine([]),
  applicationFolder: '',
  applicationName: 'Electron',
  applicationVersion: '0.0.0',
  headless: true,
  interactive: false,
  chromium: undefined,
};

export function chromium(): Chromium {
  if (standIn.chromium === undefined) throw new Error('electron-standin: Chromium is not started');
  return standIn.chromium;
}
