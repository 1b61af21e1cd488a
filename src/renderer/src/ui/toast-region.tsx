import { CircleAlert, CircleCheck, X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dismissToast, useToasts, type Toast } from '../state/toasts';
import { Button, IconButton } from './button';
import './toast-region.css';

const shownForMs = 4_000;
/** Time to think, where there is something to take back. */
const withActionForMs = 8_000;
/** What went wrong has to be read and understood, but not to lie over the next form for ever. */
const errorForMs = 12_000;

export function ToastRegion() {
  const { t } = useTranslation();
  const toasts = useToasts((state) => state.toasts);
  // Pointing at or focusing a message stops the clock: nobody should have to race for "Undo".
  const [isHeld, setHeld] = useState(false);
  return (
    <section
      className="toasts"
      aria-label={t('common.messages')}
      aria-live="polite"
      data-react-aria-top-layer
      onPointerEnter={() => {
        setHeld(true);
      }}
      onPointerLeave={() => {
        setHeld(false);
      }}
      onFocus={() => {
        setHeld(true);
      }}
      onBlur={() => {
        setHeld(false);
      }}
    >
      {toasts.map((toast) => (
        <ToastCard key={toast.id} toast={toast} isHeld={isHeld} />
      ))}
    </section>
  );
}

function ToastCard({ toast, isHeld }: { readonly toast: Toast; readonly isHeld: boolean }) {
  const { t } = useTranslation();
  const { id, action } = toast;
  useEffect(() => {
    if (isHeld) return undefined;
    const timer = setTimeout(
      () => {
        dismissToast(id);
      },
      toast.tone === 'error' ? errorForMs : action ? withActionForMs : shownForMs,
    );
    return () => {
      clearTimeout(timer);
    };
  }, [id, isHeld, toast.tone, action]);
  const Icon = toast.tone === 'error' ? CircleAlert : CircleCheck;
  return (
    <div className={`toast toast-${toast.tone}`}>
      <Icon size={16} aria-hidden />
      <span className="toast-text selectable">{toast.text}</span>
      {action && (
        <Button
          variant="quiet"
          onPress={() => {
            dismissToast(id);
            action.run();
          }}
        >
          {action.label}
        </Button>
      )}
      <IconButton
        size="small"
        icon={X}
        label={t('common.dismiss')}
        onPress={() => {
          dismissToast(id);
        }}
      />
    </div>
  );
}
