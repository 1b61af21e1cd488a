import { existsSync, readFileSync, statSync } from 'node:fs';
import inspector from 'node:inspector';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { app } from './api/app';
import { Chromium } from './browser/chromium';
import { parseCommandLine } from './command-line';
import { runDesktopTool } from './desktop-tool';
import { electronModule } from './electron-module';
import { answerRequireOfElectron } from './module-hook';
import { standIn } from './stand-in';

interface Manifest {
  readonly main?: string;
  readonly name?: string;
  readonly productName?: string;
  readonly version?: string;
}

/** Runs an application as the Electron executable would. */
export function start(executable: string, given: readonly string[]): void {
  try {
    startApplication(executable, given);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  }
}

function startApplication(executable: string, given: readonly string[]): void {
  const commandLine = parseCommandLine(given);
  const entry = findApplication(commandLine.application);
  const isTested = commandLine.inspectPort !== undefined;
  const isHeaded = process.env['PRESS_ARCHIVE_STANDIN_HEADED'] === '1';
  const hasDisplay = Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']);
  standIn.executable = executable;
  standIn.commandLine = commandLine;
  standIn.interactive = hasDisplay && !isTested;
  standIn.headless = !(isHeaded || standIn.interactive);

  process.argv = [executable, ...given];
  // In this order: Playwright reads the two addresses as they come, Node's before Chromium's.
  if (commandLine.inspectPort !== undefined) inspector.open(commandLine.inspectPort);
  standIn.chromium = new Chromium({
    headless: standIn.headless,
    language: commandLine.switches.get('lang'),
    remoteDebuggingPort: commandLine.switches.get('remote-debugging-port'),
    onCrash: (message) => {
      process.stderr.write(`electron-standin: ${message}\n`);
      process.exit(1);
    },
  });
  pretendToBeElectron();
  answerRequireOfElectron(electronModule);
  handleSignals();
  showFailures();

  const requireFrom = createRequire(entry);
  for (const module of commandLine.preloadedModules) requireFrom(resolve(module));
  requireFrom(entry);
  void becomeReady(standIn.chromium);
}

async function becomeReady(chromium: Chromium): Promise<void> {
  try {
    const version = await chromium.started();
    Object.defineProperty(process.versions, 'chrome', { value: version, enumerable: true });
  } catch (error) {
    // An application may quit before it is ready, as a second instance does.
    if (chromium.isClosing) return;
    process.stderr.write(`${String(error)}\n`);
    process.exit(1);
  }
  if (!chromium.isClosing) app.announceReady();
}

/** The application's entry file, from its folder's manifest; what that says is remembered. */
function findApplication(given: string | undefined): string {
  if (given === undefined) throw new Error('electron-standin: say which application folder to run');
  const path = resolve(given);
  if (!existsSync(path)) throw new Error(`electron-standin: ${path} does not exist`);
  const isFolder = statSync(path).isDirectory();
  standIn.applicationFolder = isFolder ? path : dirname(path);
  const manifestPath = join(standIn.applicationFolder, 'package.json');
  const manifest: Manifest = existsSync(manifestPath)
    ? (JSON.parse(readFileSync(manifestPath, 'utf8')) as Manifest)
    : {};
  standIn.applicationName = manifest.productName ?? manifest.name ?? 'Electron';
  standIn.applicationVersion = manifest.version ?? '0.0.0';
  if (!isFolder) return path;
  const entry = join(path, manifest.main ?? 'index.js');
  if (!existsSync(entry)) {
    throw new Error(`electron-standin: ${entry} does not exist; has the application been built?`);
  }
  return entry;
}

function pretendToBeElectron(): void {
  const { version } = createRequire(__filename)('electron/package.json') as { version: string };
  const versions = { ...process.versions, electron: version };
  Object.defineProperty(process, 'versions', { value: versions, enumerable: true });
  Object.assign(process, {
    type: 'browser',
    defaultApp: true,
    resourcesPath: join(standIn.applicationFolder, 'resources'),
  });
}

function handleSignals(): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    let isSecond = false;
    process.on(signal, () => {
      // The application may take its time over quitting; whoever insists is obeyed.
      if (isSecond) app.exit(1);
      else app.quit();
      isSecond = true;
    });
  }
}

/** Node prints what nobody caught and ends with a code of its own; a person should see it, too. */
function showFailures(): void {
  process.on('uncaughtExceptionMonitor', (error) => {
    if (!standIn.interactive) return;
    const text = `--text=A JavaScript error occurred in the main process\n\n${error.stack ?? ''}`;
    void runDesktopTool('zenity', ['--error', '--no-markup', text]);
  });
}
