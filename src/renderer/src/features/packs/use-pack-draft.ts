import { useCallback, useEffect, useRef, useState } from 'react';
import type { PackContent, PressPack } from '../../../../shared/press-pack';
import { request, type BridgeError } from '../../bridge';
import { saveBeforeUndo } from '../../state/unsaved';
import { EditStretch } from './edit-stretch';

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

function contentOf({ title, coverNote, contact, items }: PressPack): PackContent {
  return { title, coverNote, contact, items };
}

interface Unsaved {
  readonly content: PackContent;
  readonly group: string;
}

/** A pack while somebody works on it. There is no save button: changes save themselves. */
export function usePackDraft(pack: PressPack): PackDraft {
  const [content, setContent] = useState<PackContent>(() => contentOf(pack));
  const [error, setError] = useState<BridgeError | null>(null);
  const [stretch] = useState(() => new EditStretch());
  const latest = useRef(content);
  const unsaved = useRef<Unsaved | null>(null);
  const saving = useRef<Promise<void>>(Promise.resolve());
  const underWay = useRef(0);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const { id } = pack;

  const send = useCallback(
    async (change: Unsaved): Promise<void> => {
      try {
        await request('pack:revise', { id, ...change });
        setError(null);
      } catch (failure) {
        unsaved.current ??= change;
        setError(failure as BridgeError);
      } finally {
        underWay.current -= 1;
      }
    },
    [id],
  );

  /** One after another, so that the last words win. */
  const flush = useCallback((): Promise<void> => {
    clearTimeout(timer.current);
    const change = unsaved.current;
    if (change !== null) {
      unsaved.current = null;
      underWay.current += 1;
      saving.current = saving.current.then(() => send(change));
    }
    return saving.current;
  }, [send]);

  const change = useCallback(
    (patch: Partial<PackContent>): void => {
      const group = stretch.groupOf(Object.keys(patch).join(' '), performance.now());
      // Another stretch begins: the one before is a step of its own.
      if (unsaved.current !== null && unsaved.current.group !== group) void flush();
      latest.current = { ...latest.current, ...patch };
      unsaved.current = { content: latest.current, group };
      setContent(latest.current);
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void flush(), saveAfterMs);
    },
    [flush, stretch],
  );

  // Undo changes the pack behind the page. What is being typed or saved comes first.
  useEffect(() => {
    if (unsaved.current !== null || underWay.current > 0) return;
    const known = contentOf(pack);
    if (JSON.stringify(latest.current) === JSON.stringify(known)) return;
    latest.current = known;
    setContent(known);
  }, [pack]);

  useEffect(() => saveBeforeUndo(flush), [flush]);

  // Leaving the page must not lose the last words.
  useEffect(() => {
    const leave = (): void => void flush();
    window.addEventListener('beforeunload', leave);
    return () => {
      window.removeEventListener('beforeunload', leave);
      leave();
    };
  }, [flush]);

  return { content, change, error, flush };
}
