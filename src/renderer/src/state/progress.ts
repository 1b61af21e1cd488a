import { useEffect, useState } from 'react';
import type { WorkProgress } from '../../../shared/ipc-contract';
import { listen } from '../bridge';

/** How far a long task is; null while it hasn't said so or is over. */
export function useProgress(work: WorkProgress['work']): WorkProgress | null {
  const [progress, setProgress] = useState<WorkProgress | null>(null);
  useEffect(
    () =>
      listen('work:progress', (value) => {
        if (value.work === work) setProgress(value.finished ? null : value);
      }),
    [work],
  );
  return progress;
}
