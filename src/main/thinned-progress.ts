import type { WorkProgress } from '../shared/ipc-contract';

/** As often as a person can see it. */
const leastMilliseconds = 50;

/** Passes on of each kind of work what comes first and last, and not every file between. */
export function thinned(tell: (progress: WorkProgress) => void): (progress: WorkProgress) => void {
  const toldAt = new Map<WorkProgress['work'], number>();
  return (progress) => {
    const now = performance.now();
    const last = toldAt.get(progress.work);
    if (!progress.finished && last !== undefined && now - last < leastMilliseconds) return;
    if (progress.finished) toldAt.delete(progress.work);
    else toldAt.set(progress.work, now);
    tell(progress);
  };
}
