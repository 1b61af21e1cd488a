import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { IconButton } from './button';
import { classNames } from './class-names';
import './dialog.css';

interface DialogProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly footer?: ReactNode;
  readonly size?: 'small' | 'medium' | 'large' | 'wide';
  /** The body is filled to its edges, and scrolls where its parts do. */
  readonly isFilled?: boolean;
  /** For questions that need an answer: said at once by screen readers, no close button. */
  readonly isAlert?: boolean;
  /** Work is under way; closing would lose sight of it. */
  readonly isLocked?: boolean;
}

export function Dialog(props: DialogProps) {
  const { title, onClose, children, footer, size = 'medium', isAlert, isLocked, isFilled } = props;
  const { t } = useTranslation();
  return (
    <ModalOverlay
      isOpen
      isDismissable={!isAlert && !isLocked}
      isKeyboardDismissDisabled={isLocked ?? false}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      className="veil"
    >
      <Modal className={classNames('dialog', `dialog-${size}`)}>
        <AriaDialog role={isAlert ? 'alertdialog' : 'dialog'} className="dialog-frame">
          <header className="dialog-head">
            <Heading slot="title" className="dialog-title">
              {title}
            </Heading>
            {!isAlert && !isLocked && (
              <IconButton icon={X} label={t('common.close')} onPress={onClose} />
            )}
          </header>
          <div className={classNames('dialog-body', isFilled && 'dialog-body-filled')}>
            {children}
          </div>
          {footer && <footer className="dialog-foot">{footer}</footer>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
