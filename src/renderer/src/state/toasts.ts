import { create } from 'zustand';

export interface Toast {
  readonly id: number;
  readonly tone: 'done' | 'error';
  readonly text: string;
  readonly action?: { readonly label: string; readonly run: () => void };
  /** The step that its action would undo or do again; a message without one has none. */
  readonly step?: StepKey;
}

/** Tells one step of the archive from another. */
export type StepKey = string;

interface ToastState {
  readonly toasts: readonly Toast[];
}

export const useToasts = create<ToastState>(() => ({ toasts: [] }));

const mostAtOnce = 3;
let lastId = 0;

export function showToast(toast: Omit<Toast, 'id'>): void {
  lastId += 1;
  const fresh = { ...toast, id: lastId };
  // Good news that asks for nothing is old news as soon as the next comes, and so is what is said anew.
  const kept = useToasts
    .getState()
    .toasts.filter(({ tone, text, action }) => action ?? (tone === 'error' && text !== toast.text));
  useToasts.setState({ toasts: [...kept, fresh].slice(-mostAtOnce) });
}

/** An offer to take a step back ends with the next change: it would take back another one. */
export function dismissOffers(): void {
  useToasts.setState(({ toasts }) => ({
    toasts: toasts.filter(({ step }) => step === undefined),
  }));
}

export function dismissToast(id: number): void {
  useToasts.setState(({ toasts }) => ({ toasts: toasts.filter((toast) => toast.id !== id) }));
}
