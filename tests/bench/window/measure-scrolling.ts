import type { AppDriver } from '../../support/app-driver';
import { atMostTimes, below, noTarget, type Row } from '../harness/row';
import { median, percentile } from '../harness/statistics';
import { scroll, type Frames, type Scrolled } from './in-page';
import { workPerFrame } from './thread-work';

const frames = 180;
/** Nine frames decide a percentile of 180: whatever else the machine does just then shouldn't. */
const rounds = 3;
/** CSS pixels a frame: a wheel turned quickly, and the scroll bar dragged. */
const speeds = { wheel: 60, 'scroll bar': 2_400 } as const;
const looks = { comfortable: '1', compact: '2', cards: '3', timeline: '4' } as const;

export async function measureScrolling(app: AppDriver, n: number): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (const [look, key] of Object.entries(looks)) {
    await app.press(key);
    await app.rows.first().waitFor();
    for (const [speed, step] of Object.entries(speeds)) {
      const measured = async (what: Scrolled): Promise<Frames> =>
        scroll(app.window, what, step, frames);
      const empty = await measured('empty sheet');
      const ours: Frames[] = [];
      while (ours.length < rounds) ours.push(await measured('list'));
      const worked = async (what: Scrolled): Promise<number> =>
        percentile(await workPerFrame(app.window, () => measured(what)), 95);
      const ownWork = await worked('list');
      const emptyWork = await worked('empty sheet');
      const interval = median(ours.map(({ intervals }) => percentile(intervals, 95)));
      const painted = median(ours.map(({ untilPainted }) => percentile(untilPainted, 95)));
      const about = { name: 'window', n, unit: 'ms', samples: rounds * frames };
      const machine = percentile(empty.intervals, 95);
      rows.push(
        {
          ...about,
          case: `${look}, ${speed}: from frame to frame, p95`,
          ours: interval,
          peers: { 'an empty sheet': machine },
          ...atMostTimes(interval, 1.1, machine, 'an empty sheet'),
        },
        {
          ...about,
          case: `${look}, ${speed}: work of the page for a frame, p95`,
          samples: frames,
          ours: ownWork,
          peers: {
            'an empty sheet': emptyWork,
            ...(look === 'comfortable' && { 'a plain list of 10,000': await worked('plain rows') }),
          },
          ...below(ownWork, 16.7, 'ms'),
        },
        {
          ...about,
          case: `${look}, ${speed}: until a frame is painted, p95`,
          ours: painted,
          peers: { 'an empty sheet': percentile(empty.untilPainted, 95) },
          ...noTarget,
        },
      );
    }
  }
  await app.press('1');
  return rows;
}
