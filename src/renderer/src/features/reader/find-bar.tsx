import { ChevronDown, ChevronUp, X } from 'lucide-react';
import { memo, useLayoutEffect, useRef, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { closeFindInRelease, stepMark, useFindInRelease } from '../../state/find-in-release';
import { IconButton } from '../../ui/button';
import { Field } from '../../ui/field';
import { StepButtons } from '../../ui/step-buttons';
import { focusReader } from '../release-list/focus';

/** Finds in the opened release, as any reader of documents does. */
export function FindBar() {
  const { t } = useTranslation();
  const text = useFindInRelease((state) => state.text);
  const total = useFindInRelease((state) => state.total);
  const current = useFindInRelease((state) => state.current);
  const called = useFindInRelease((state) => state.called);
  const input = useRef<HTMLInputElement>(null);

  // At once: the next key may follow in the same moment.
  useLayoutEffect(() => {
    input.current?.focus();
    input.current?.select();
  }, [called]);

  const close = (): void => {
    closeFindInRelease();
    focusReader();
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      close();
    } else if (event.key === 'Enter') {
      event.preventDefault();
      stepMark(event.shiftKey ? -1 : 1);
    }
  };

  return (
    <div className="find-bar" onKeyDown={onKeyDown}>
      <Field
        label={t('find.field')}
        labelHidden
        placeholder={t('find.field')}
        value={text}
        inputRef={input}
        onChange={(typed) => {
          useFindInRelease.setState({ text: typed });
        }}
      />
      <span className="find-count" aria-live="polite">
        {text.trim() === ''
          ? ''
          : total === 0
            ? t('find.none')
            : t('reader.markOf', { number: (current ?? 0) + 1, total })}
      </span>
      <MarkSteps isDisabled={total === 0} />
      <IconButton size="small" icon={X} label={t('find.close')} onPress={close} />
    </div>
  );
}

interface MarkStepsProps {
  readonly isDisabled?: boolean;
}

export const MarkSteps = memo(function MarkSteps({ isDisabled = false }: MarkStepsProps) {
  const { t } = useTranslation();
  return (
    <StepButtons
      icons={[ChevronUp, ChevronDown]}
      back={{
        label: t('reader.previousMark'),
        shortcut: 'Shift+F3',
        isDisabled,
        onPress: () => {
          stepMark(-1);
        },
      }}
      on={{
        label: t('reader.nextMark'),
        shortcut: 'F3',
        isDisabled,
        onPress: () => {
          stepMark(1);
        },
      }}
    />
  );
});
