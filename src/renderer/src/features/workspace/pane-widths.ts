import { useSyncExternalStore } from 'react';

/** CSS pixels between which a pane can be moved. */
interface Limits {
  readonly min: number;
  readonly max: number;
}

export interface PaneWidths {
  readonly sidebar: number;
  readonly list: number;
}

/** Widths that nobody chose: a share of the window, so that a large screen isn't all margin. */
const own = {
  sidebar: { least: 232, share: 0.1, most: 300 },
  list: { least: 400, share: 0.22, most: 640 },
} as const;

/** In a window of this width; null: nobody has moved that pane. */
export function paneWidths(
  windowWidth: number,
  chosen: { readonly [pane in keyof PaneWidths]: number | null },
): PaneWidths {
  const width = (pane: keyof PaneWidths): number => {
    const { least, share, most } = own[pane];
    return chosen[pane] ?? Math.round(Math.min(most, Math.max(least, share * windowWidth)));
  };
  return { sidebar: width('sidebar'), list: width('list') };
}

/** The reader keeps two fifths of the window at least. */
export function paneLimits(windowWidth: number): { readonly [pane in keyof PaneWidths]: Limits } {
  return {
    sidebar: { min: 180, max: 360 },
    list: { min: 280, max: Math.max(640, Math.round(0.4 * windowWidth)) },
  };
}

function subscribe(onChange: () => void): () => void {
  window.addEventListener('resize', onChange);
  return () => {
    window.removeEventListener('resize', onChange);
  };
}

export function useWindowWidth(): number {
  return useSyncExternalStore(subscribe, () => window.innerWidth);
}
