export interface CommandLine {
  /** Everything after the executable, as given. */
  readonly given: readonly string[];
  /** The folder or file of the application. */
  readonly application: string | undefined;
  /** Modules to load before the application (`-r`), as Playwright asks of Electron. */
  readonly preloadedModules: readonly string[];
  /** `--name` and `--name=value`; Chromium's and Electron's switches alike. */
  readonly switches: ReadonlyMap<string, string>;
  /** The port of the Node inspector, where one was asked for. */
  readonly inspectPort: number | undefined;
}

export function parseCommandLine(given: readonly string[]): CommandLine {
  const preloadedModules: string[] = [];
  const switches = new Map<string, string>();
  let application: string | undefined;
  for (let index = 0; index < given.length; index += 1) {
    const argument = given[index] ?? '';
    if (argument === '-r' || argument === '--require') {
      index += 1;
      const module = given[index];
      if (module !== undefined) preloadedModules.push(module);
    } else if (argument.startsWith('--')) {
      const [, name = '', value = ''] = /^--([^=]*)=?(.*)$/s.exec(argument) ?? [];
      switches.set(name, value);
    } else {
      application ??= argument;
    }
  }
  return {
    given,
    application,
    preloadedModules,
    switches,
    inspectPort: inspectPort(switches.get('inspect')),
  };
}

/** `--inspect`, `--inspect=9229` and `--inspect=127.0.0.1:9229` are all in use. */
function inspectPort(value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  const port = Number(value.split(':').at(-1) || '9229');
  return Number.isInteger(port) ? port : undefined;
}
