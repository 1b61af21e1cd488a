import { useSyncExternalStore } from 'react';

/** Below this, three panes leave none of them enough room. */
const query = window.matchMedia('(max-width: 1080px)');

function subscribe(onChange: () => void): () => void {
  query.addEventListener('change', onChange);
  return () => {
    query.removeEventListener('change', onChange);
  };
}

export function useIsNarrow(): boolean {
  return useSyncExternalStore(subscribe, () => query.matches);
}
