import { create } from 'zustand';

export const useSearchHelp = create<{ readonly isOpen: boolean }>(() => ({ isOpen: false }));

export function openSearchHelp(): void {
  useSearchHelp.setState({ isOpen: true });
}

export function closeSearchHelp(): void {
  useSearchHelp.setState({ isOpen: false });
}
