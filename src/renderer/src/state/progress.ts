import { useEffect, useState } from 'react';
import type { WorkProgress } from '../../../shared/ipc-contract';
import { listen } from '../bridge';

/** What a long task said last, its end included; null while it hasn't said anything. */
export function useLastProgress(work: WorkProgress['work']): WorkProgress | null {
  const [progress, setProgress] = useState<WorkProgress | null>(null);
  useEffect(
    () =>
      listen('work:progress', (value) => {
        if (value.work === work) setProgress(value);
      }),
    [work],
  );
  return progress;
}

/** How far a long task is; null while it hasn't said so or is over. */
export function useProgress(work: WorkProgress['work']): WorkProgress | null {
  const last = useLastProgress(work);
  return last?.finished === true ? null : last;
}
