import { setImmediate as turn } from 'node:timers/promises';

/** Milliseconds that work takes before something else may run. */
const slice = 8;

/** Whoever works for long awaits what the answer answers, often: it lets others run now and then. */
export function timeSlices(): () => Promise<void> | undefined {
  let until = performance.now() + slice;
  return () => {
    if (performance.now() < until) return undefined;
    return turn().then(() => {
      until = performance.now() + slice;
    });
  };
}
