import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Release } from '../../../../shared/release';
import { BridgeError } from '../../bridge';
import { failureSentence } from '../../i18n/failure-sentence';
import { endInPlace, endInPlaceOf } from '../../state/in-place';
import { showToast } from '../../state/toasts';
import { Button } from '../../ui/button';
import { targetKey, textOfTarget, type EditTarget } from './edit-target';
import { saveInPlace, saveOverNewest } from './save-in-place';

interface InPlaceFieldProps {
  readonly release: Release;
  readonly target: EditTarget;
  readonly label: string;
}

/** Enter saves, Esc leaves all as it was, and so does going elsewhere without a change. */
export function InPlaceField({ release, target, label }: InPlaceFieldProps) {
  const { t } = useTranslation();
  // What the person saw when the editing began: a change from elsewhere must not slip in below.
  const [seen] = useState(release);
  const [text, setText] = useState(() => textOfTarget(release, target));
  const [error, setError] = useState<unknown>(null);
  const isSaving = useRef(false);
  /** Saved or given up: there is nothing left to save. */
  const isOver = useRef(false);
  const isShown = useRef(true);
  const releaseId = release.id;
  const key = targetKey(target);
  const noteId = useId();
  const isConflict = error instanceof BridgeError && error.code === 'release-changed-meanwhile';

  const save = async (work: typeof saveInPlace): Promise<void> => {
    if (isSaving.current || isOver.current) return;
    if (text === textOfTarget(seen, target)) {
      endInPlace();
      return;
    }
    isSaving.current = true;
    try {
      await work(seen, target, text);
      isOver.current = true;
      if (isShown.current) endInPlace();
    } catch (failure) {
      if (isShown.current) setError(failure);
      else showToast({ tone: 'error', text: failureSentence(failure) });
    } finally {
      isSaving.current = false;
    }
  };

  const leave = useRef<() => void>(() => undefined);
  useEffect(() => {
    leave.current = () => {
      if (text !== textOfTarget(seen, target)) void save(saveInPlace);
    };
  });
  useEffect(() => {
    // A command that shows something else takes the field away without a blur, and so does closing.
    const onUnload = (): void => {
      leave.current();
    };
    isShown.current = true;
    window.addEventListener('beforeunload', onUnload);
    return () => {
      isShown.current = false;
      window.removeEventListener('beforeunload', onUnload);
      leave.current();
      // Who comes back reads; unless React only tried whether this can be taken away.
      queueMicrotask(() => {
        if (!isShown.current) endInPlaceOf(releaseId, key);
      });
    };
  }, [releaseId, key]);

  const onKeyDown = (event: KeyboardEvent): void => {
    // Enter that ends a word of an input method isn't meant for us.
    if (event.nativeEvent.isComposing || event.key === 'Process') return;
    if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      // Going away takes the focus from the field, and that must not save it.
      isOver.current = true;
      endInPlace();
    } else if (event.key === 'Enter' && !event.shiftKey && !event.altKey) {
      event.preventDefault();
      event.stopPropagation();
      void save(saveInPlace);
    }
  };

  return (
    <>
      <textarea
        className="in-place"
        rows={1}
        autoFocus
        aria-label={label}
        aria-describedby={noteId}
        aria-invalid={error !== null}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
        }}
        onFocus={(event) => {
          event.target.select();
        }}
        onKeyDown={onKeyDown}
        onBlur={(event) => {
          // What was refused stays in the field until the person says what becomes of it.
          if (
            error === null &&
            document.hasFocus() &&
            event.relatedTarget?.closest('.in-place-note') == null
          ) {
            void save(saveInPlace);
          }
        }}
      />
      <div id={noteId} className="in-place-note" role={error === null ? undefined : 'alert'}>
        {error === null ? (
          <>
            {target.field === 'tags' && `${t('inPlace.tagsHint')} · `}
            {t('inPlace.keys')}
          </>
        ) : (
          <>
            <span className="in-place-error">
              {isConflict ? t('inPlace.changedMeanwhile') : failureSentence(error)}
            </span>
            {isConflict && (
              <Button onPress={() => void save(saveOverNewest)}>{t('inPlace.putIntoNew')}</Button>
            )}
          </>
        )}
      </div>
    </>
  );
}
