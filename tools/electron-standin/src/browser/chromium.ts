import { spawn, type ChildProcess } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import { chromiumExecutable } from './chromium-executable';
import { DevToolsConnection } from './devtools-connection';
import { createProfileFolder, removeProfileFolder } from './profile-folder';

export interface ChromiumOptions {
  readonly headless: boolean;
  readonly language: string | undefined;
  /** Playwright asks for a port of its own beside the pipe that is used here. */
  readonly remoteDebuggingPort: string | undefined;
  readonly onCrash: (message: string) => void;
}

const SWITCHED_OFF = [
  // One process per page keeps one session per window in charge of all of its requests.
  'IsolateOrigins',
  'IsolateSandboxedIframes',
  'site-per-process',
  // Pages come from http://….localhost, answered by interception: they must stay there.
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  // All of these talk to servers.
  'AimEnabled',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PreconnectToSearch',
  'Translate',
];

const STARTUP_LIMIT = 30_000;
const SHUTDOWN_LIMIT = 2_000;

export class Chromium {
  readonly headless: boolean;
  private readonly child: ChildProcess;
  private readonly profile = createProfileFolder();
  private readonly executable = chromiumExecutable();
  private readonly listening: Promise<void>;
  private readonly exited: Promise<void>;
  private readonly lastLines: string[] = [];
  private closing = false;
  readonly connection: DevToolsConnection;

  constructor(private readonly options: ChromiumOptions) {
    this.headless = options.headless;
    // A group of its own: an interrupt at the terminal reaches this process, which then closes it.
    this.child = spawn(this.executable, this.arguments(), {
      stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
      detached: true,
      env: this.environment(),
    });
    const [, , , toBrowser, fromBrowser] = this.child.stdio;
    this.connection = new DevToolsConnection(toBrowser as Writable, fromBrowser as Readable);
    this.listening = this.watchOutput();
    this.exited = new Promise((resolve) => {
      this.child.once('exit', (code, signal) => {
        resolve();
        if (!this.closing) options.onCrash(this.crashMessage(code, signal));
      });
      this.child.once('error', (error) => {
        resolve();
        if (!this.closing) options.onCrash(`Chromium could not be started: ${error.message}`);
      });
    });
    process.on('exit', () => this.killNow());
  }

  /** Resolves with Chromium's version once it answers. */
  async started(): Promise<string> {
    await this.listening;
    const { product } = await this.connection.browser.send('Browser.getVersion');
    return product.split('/')[1] ?? product;
  }

  get isClosing(): boolean {
    return this.closing;
  }

  /** Opens one more window without tabs or address bar, in the same running browser. */
  openApplicationWindow(url: string): void {
    // Only hands the address over to the running one, and so has no pipe of its own.
    spawn(
      this.executable,
      [...this.sandboxing, `--user-data-dir=${this.profile}`, `--app=${url}`],
      {
        stdio: 'ignore',
        env: this.environment(),
      },
    ).unref();
  }

  async close(): Promise<void> {
    this.closing = true;
    this.connection.browser.send('Browser.close').catch(() => undefined);
    let timer: NodeJS.Timeout | undefined;
    const limit = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, SHUTDOWN_LIMIT);
    });
    await Promise.race([this.exited, limit]);
    clearTimeout(timer);
    this.killNow();
  }

  private killNow(): void {
    this.closing = true;
    try {
      if (this.child.pid !== undefined) process.kill(-this.child.pid, 'SIGKILL');
    } catch {
      // Gone already, as it should be.
    }
    removeProfileFolder(this.profile);
  }

  /** Chromium refuses to run as root with its sandbox on. */
  private get sandboxing(): string[] {
    return process.getuid?.() === 0 ? ['--no-sandbox', '--test-type'] : [];
  }

  private arguments(): string[] {
    const { headless, language, remoteDebuggingPort } = this.options;
    return [
      ...(headless ? ['--headless=new', '--mute-audio'] : []),
      ...this.sandboxing,
      ...(language === undefined ? [] : [`--lang=${language}`, `--accept-lang=${language}`]),
      '--remote-debugging-pipe',
      ...(remoteDebuggingPort === undefined
        ? []
        : [`--remote-debugging-port=${remoteDebuggingPort}`]),
      `--user-data-dir=${this.profile}`,
      '--no-startup-window',
      '--no-first-run',
      '--no-default-browser-check',
      '--no-service-autorun',
      '--disable-gpu',
      '--disable-quic',
      '--disable-sync',
      '--disable-extensions',
      '--disable-default-apps',
      '--disable-breakpad',
      '--disable-dev-shm-usage',
      '--disable-component-update',
      '--disable-background-networking',
      '--disable-domain-reliability',
      '--disable-client-side-phishing-detection',
      '--disable-field-trial-config',
      '--disable-search-engine-choice-screen',
      '--disable-site-isolation-trials',
      '--disable-background-timer-throttling',
      '--disable-backgrounding-occluded-windows',
      '--disable-renderer-backgrounding',
      '--disable-infobars',
      '--metrics-recording-only',
      '--password-store=basic',
      '--force-color-profile=srgb',
      // What is not answered by interception finds no server, by name or by number.
      '--host-resolver-rules=MAP * ~NOTFOUND',
      '--proxy-server=direct://',
      `--disable-features=${SWITCHED_OFF.join(',')}`,
    ];
  }

  private environment(): NodeJS.ProcessEnv {
    const { language } = this.options;
    return language === undefined
      ? process.env
      : { ...process.env, LANGUAGE: language.replace('-', '_') };
  }

  private watchOutput(): Promise<void> {
    return new Promise((resolve, reject) => {
      const limit = setTimeout(
        () => reject(new Error('electron-standin: Chromium did not start in time')),
        STARTUP_LIMIT,
      );
      const ready = (): void => {
        clearTimeout(limit);
        resolve();
      };
      const verbose = process.env['PRESS_ARCHIVE_STANDIN_VERBOSE'] === '1';
      let rest = '';
      this.child.stderr?.setEncoding('utf8').on('data', (data: string) => {
        const lines = (rest + data).split('\n');
        rest = lines.pop() ?? '';
        for (const line of lines) {
          // Playwright waits for this very line; the rest is Chromium talking to itself.
          const announces = line.startsWith('DevTools listening on ');
          if (announces || verbose) process.stderr.write(`${line}\n`);
          if (announces) ready();
          if (!announces) this.remember(line);
        }
      });
      if (this.options.remoteDebuggingPort === undefined) ready();
    });
  }

  private remember(line: string): void {
    if (line.trim() === '' || line.includes('dbus')) return;
    this.lastLines.push(line);
    if (this.lastLines.length > 20) this.lastLines.shift();
  }

  private crashMessage(code: number | null, signal: NodeJS.Signals | null): string {
    const how = signal === null ? `with exit code ${code ?? 'unknown'}` : `by ${signal}`;
    return [`Chromium ended unexpectedly, ${how}.`, ...this.lastLines].join('\n');
  }
}
