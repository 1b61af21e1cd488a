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

/** A pack while somebody works on it. There is no save button: changes save themselves. */
export function usePackDraft(pack: PressPack): PackDraft {
  const [content, setContent] = useState<PackContent>(() => contentOf(pack));
  const [error, setError] = useState<BridgeError | null>(null);
  const unsaved = useRef<PackContent | null>(null);
  const saving = useRef<Promise<void> | null>(null);
  const group = useRef<string>(undefined);
  const [stretch] = useState(() => new EditStretch());
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const { id } = pack;

  const save = useCallback(async (): Promise<void> => {
    const latest = unsaved.current;
    if (latest === null) return;
    unsaved.current = null;
    try {
      await request('pack:revise', { id, content: latest, group: group.current });
      setError(null);
    } catch (failure) {
      unsaved.current ??= latest;
      setError(failure as BridgeError);
    }
  }, [id]);

  const flush = useCallback(async (): Promise<void> => {
    clearTimeout(timer.current);
    // What is under way is part of what has to be saved.
    await saving.current;
    const mine = save();
    saving.current = mine;
    await mine;
    if (saving.current === mine) saving.current = null;
  }, [save]);

  const change = useCallback(
    (patch: Partial<PackContent>): void => {
      group.current = stretch.groupOf(Object.keys(patch).join(' '), performance.now());
      setContent((before) => {
        const after = { ...before, ...patch };
        unsaved.current = after;
        return after;
      });
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void flush(), saveAfterMs);
    },
    [flush, stretch],
  );

  // Undo and other windows' work change the pack behind the page. What is being typed comes first.
  useEffect(() => {
    if (unsaved.current !== null || saving.current !== null) return;
    const known = contentOf(pack);
    setContent((shown) => (JSON.stringify(shown) === JSON.stringify(known) ? shown : known));
  }, [pack]);

  useEffect(() => saveBeforeUndo(flush), [flush]);

  // Leaving the page must not lose the last words.
  useEffect(() => () => void flush(), [flush]);

  return { content, change, error, flush };
}
