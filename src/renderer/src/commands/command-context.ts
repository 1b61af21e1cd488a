import { useSyncExternalStore } from 'react';
import { useEditor } from '../features/filing/editor-store';
import { queryClient } from '../requests';
import { useFindInRelease } from '../state/find-in-release';
import { useNavigation } from '../state/navigation';
import { useOpenRelease } from '../state/open-release';
import { useWorkspace } from '../state/workspace';
import type { CommandContext } from './command';
import { currentContext } from './registry';

/*
 * Something of the context changes with every key that is typed; of what a button shows of it hardly
 * ever anything does. So whoever shows something of it says what, and is drawn again for that alone.
 */

/** What of the archive's answers the context is made of. */
const answers = new Set<unknown>(['archive:info', 'archive:recent', 'settings:read', 'pack:list']);

const listeners = new Set<() => void>();
/** null: something changed since it was made. Kept only while somebody listens for changes. */
let kept: CommandContext | null = null;
let stops: readonly (() => void)[] = [];

function changed(): void {
  kept = null;
  for (const listener of listeners) listener();
}

function start(): void {
  stops = [
    useWorkspace.subscribe(changed),
    useEditor.subscribe(changed),
    useFindInRelease.subscribe((now, before) => {
      if (now.total !== before.total) changed();
    }),
    useNavigation.subscribe(changed),
    useOpenRelease.subscribe(changed),
    queryClient.getQueryCache().subscribe((event) => {
      const isNew = event.type === 'removed' || event.type === 'added';
      const isAnswered = event.type === 'updated' && event.action.type === 'success';
      const [channel] = event.query.queryKey as readonly unknown[];
      if ((isNew || isAnswered) && answers.has(channel)) changed();
    }),
  ];
}

/** Tells of every change of the context. Returns the function that stops it. */
export function followContext(listener: () => void): () => void {
  if (listeners.size === 0) start();
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    for (const stop of stops) stop();
    stops = [];
    kept = null;
  };
}

function sharedContext(): CommandContext {
  if (listeners.size === 0) return currentContext();
  kept ??= currentContext();
  return kept;
}

/** Something of the context as a hook; what `select` returns is compared by identity. */
export function useOfContext<T>(select: (context: CommandContext) => T): T {
  return useSyncExternalStore(followContext, () => select(sharedContext()));
}

/** Whether the archive that is open takes changes. */
export function useCanWrite(): boolean {
  return useOfContext(({ archive }) => archive?.readOnly === null);
}
