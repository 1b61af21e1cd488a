import type { AppDriver } from '../../support/app-driver';
import { below, noTarget, type Row } from '../harness/row';
import { median, percentile } from '../harness/statistics';
import { typed, watchKeys } from './in-page';

const words = [
  'research',
  'students from',
  'university agreement',
  'international',
  'new building',
];
/** A fast typist: about 90 words a minute. */
const pauseMs = 110;

export async function measureTyping(app: AppDriver, n: number): Promise<readonly Row[]> {
  await watchKeys(app.window);
  const took: number[] = [];
  let alone = 0;
  for (const word of words) {
    const answer = await typed(app.window, word, pauseMs);
    took.push(...answer.took);
    alone += answer.alone;
  }
  await app.searchField.fill('');
  const p95 = percentile(took, 95);
  const about = { name: 'window', n, unit: 'ms', peers: {}, samples: took.length };
  return [
    { ...about, case: 'key to painted list, p95', ours: p95, ...below(p95, 50, 'ms') },
    { ...about, case: 'key to painted list, p50', ours: median(took), ...noTarget },
    {
      ...about,
      case: 'keys that got an answer of their own',
      unit: '%',
      ours: (100 * alone) / took.length,
      ...noTarget,
    },
  ];
}
