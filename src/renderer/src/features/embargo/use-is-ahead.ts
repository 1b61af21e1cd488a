import { useEffect, useState } from 'react';

/** A computer that slept is noticed within this time. */
const longestWait = 60_000;

/** Whether an instant lies ahead; drawn again when it has passed. */
export function useIsAhead(instant: string | null): boolean {
  const [now, setNow] = useState(() => Date.now());
  const end = instant === null ? 0 : Date.parse(instant);
  useEffect(() => {
    if (end <= now) return;
    const wait = Math.min(Math.max(end - Date.now(), 0), longestWait);
    const timer = setTimeout(() => {
      setNow(Date.now());
    }, wait);
    return () => {
      clearTimeout(timer);
    };
  }, [end, now]);
  return end > now;
}
