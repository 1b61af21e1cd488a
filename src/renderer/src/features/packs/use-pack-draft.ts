import { useCallback, useEffect, useRef, useState } from 'react';
import type { PackContent, PressPack } from '../../../../shared/press-pack';
import { request, type BridgeError } from '../../bridge';

/** Long enough not to save every letter, short enough to be safe in a phone call's pause. */
const saveAfterMs = 500;

interface PackDraft {
  readonly content: PackContent;
  readonly change: (patch: Partial<PackContent>) => void;
  /** Why the last change isn't saved; null while all is well. */
  readonly error: BridgeError | null;
  /** Resolves when nothing waits to be saved any more. */
  readonly flush: () => Promise<void>;
}

/** A pack while somebody works on it. There is no save button: changes save themselves. */
export function usePackDraft(pack: PressPack): PackDraft {
  const [content, setContent] = useState<PackContent>(() => {
    const { title, coverNote, contact, items } = pack;
    return { title, coverNote, contact, items };
  });
  const [error, setError] = useState<BridgeError | null>(null);
  const unsaved = useRef<PackContent | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const { id } = pack;

  const flush = useCallback(async (): Promise<void> => {
    clearTimeout(timer.current);
    const latest = unsaved.current;
    if (latest === null) return;
    unsaved.current = null;
    try {
      await request('pack:revise', { id, content: latest });
      setError(null);
    } catch (failure) {
      unsaved.current ??= latest;
      setError(failure as BridgeError);
    }
  }, [id]);

  const change = useCallback(
    (patch: Partial<PackContent>): void => {
      setContent((before) => {
        const after = { ...before, ...patch };
        unsaved.current = after;
        return after;
      });
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void flush(), saveAfterMs);
    },
    [flush],
  );

  // Leaving the page must not lose the last words.
  useEffect(() => () => void flush(), [flush]);

  return { content, change, error, flush };
}
