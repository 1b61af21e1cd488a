import { AppDriver } from '../../support/app-driver';
import { prepare } from './in-page';
import { below, noTarget, type Row } from '../harness/row';
import { median } from '../harness/statistics';

const rounds = 5;

/** Milliseconds. */
export interface Start {
  /** From the process to main's first line, and while main waits for the browser. */
  readonly browser: number;
  /** Main's own: loading its code and the settings, up to the window. */
  readonly main: number;
  /** From the window to the first list painted in it; the archive is opened meanwhile. */
  readonly page: number;
}

export async function measureStart(archive: string, userData: string): Promise<readonly Start[]> {
  const starts: Start[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const launched = Date.now();
    const app = await AppDriver.launch({ archive, userData });
    await app.rows.first().waitFor();
    await prepare(app.window);
    const marks = await app.electron.evaluate(() =>
      performance
        .getEntriesByType('mark')
        .map(({ name, startTime }) => [name, performance.timeOrigin + startTime] as const),
    );
    const list = await app.window.evaluate(async () => {
      while (performance.getEntriesByName('list').length === 0) {
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
      return performance.timeOrigin + (performance.getEntriesByName('list')[0]?.startTime ?? NaN);
    });
    await app.quit();
    const at = new Map(marks);
    const when = (name: string): number => at.get(name) ?? NaN;
    const waited = when('ready') - when('waiting');
    starts.push({
      browser: when('main') - launched + waited,
      main: when('window') - when('main') - waited,
      page: list - when('window'),
    });
  }
  return starts;
}

export function startRows(n: number, starts: readonly Start[]): Row[] {
  const row = (what: string, value: (start: Start) => number): Row => ({
    name: 'window',
    case: what,
    n,
    unit: 'ms',
    ours: median(starts.map(value)),
    peers: {},
    ...noTarget,
    samples: starts.length,
  });
  const whole = row(
    'start: main’s first line to the first list painted',
    (one) => one.main + one.page,
  );
  return [
    { ...whole, ...(n <= 10_000 ? below(whole.ours, 1_500, 'ms') : noTarget) },
    row('  of it, main: settings, window', ({ main }) => main),
    row('  of it, the page in the window and the archive', ({ page }) => page),
    row('beside it, the browser’s own start', ({ browser }) => browser),
  ];
}
