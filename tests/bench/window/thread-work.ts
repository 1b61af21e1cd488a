import type { Page } from 'playwright-core';

/** An event of Chromium's trace, of those that last; times in microseconds. */
interface Lasting {
  readonly name: string;
  readonly ts: number;
  readonly dur: number;
  /** Of `dur`, what the thread itself worked. */
  readonly tdur?: number;
  readonly pid: number;
  readonly tid: number;
}

const task = /(?:^|::)RunTask$/u;
const frame = 'FireAnimationFrame';

/**
 * Milliseconds that the page's thread worked for each frame while `run` ran: scripts, style, layout and
 * painting, and whatever it did since the frame before. Time in which it waited for a processor doesn't
 * count, unlike in what a clock says: that depends on how many there are, and on who draws.
 */
export async function workPerFrame(
  page: Page,
  run: () => Promise<unknown>,
): Promise<readonly number[]> {
  const session = await page.context().newCDPSession(page);
  const events: Lasting[] = [];
  session.on('Tracing.dataCollected', ({ value }) => {
    const lasting = value.filter((event) => 'ph' in event && event['ph'] === 'X');
    events.push(...(lasting as unknown as Lasting[]));
  });
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['toplevel', 'devtools.timeline'] },
  });
  await run();
  const complete = new Promise<void>((resolve) => {
    session.once('Tracing.tracingComplete', () => {
      resolve();
    });
  });
  await session.send('Tracing.end');
  await complete;
  await session.detach();
  return framesOf(ofBusiestThread(events));
}

/** The events of the thread that drew most frames, the earliest first. */
function ofBusiestThread(events: readonly Lasting[]): readonly Lasting[] {
  const threads = new Map<string, Lasting[]>();
  for (const event of events) {
    const thread = `${event.pid} ${event.tid}`;
    const known = threads.get(thread);
    if (known === undefined) threads.set(thread, [event]);
    else known.push(event);
  }
  const frames = (thread: readonly Lasting[]): number =>
    thread.filter(({ name }) => name === frame).length;
  const [busiest = []] = [...threads.values()].sort((a, b) => frames(b) - frames(a));
  return busiest.sort((a, b) => a.ts - b.ts);
}

function framesOf(events: readonly Lasting[]): readonly number[] {
  const drawn = events.filter(({ name }) => name === frame).map(({ ts }) => ts);
  const work: number[] = [];
  let sum = 0;
  // Tasks may lie within one another: the outermost says it all.
  let end = -Infinity;
  for (const { name, ts, dur, tdur } of events) {
    if (!task.test(name) || ts < end) continue;
    end = ts + dur;
    // Where the thread's own clock wasn't read, no less than it worked.
    sum += (tdur ?? dur) / 1_000;
    if (!drawn.some((at) => at >= ts && at < end)) continue;
    work.push(sum);
    sum = 0;
  }
  return work;
}
