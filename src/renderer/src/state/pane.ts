import { create } from 'zustand';

/** Where only one pane has room (a large zoom in a small window), the one that is shown. */
export const usePane = create<{ readonly pane: 'list' | 'reader' }>(() => ({ pane: 'list' }));

export function showPane(pane: 'list' | 'reader'): void {
  usePane.setState({ pane });
}
