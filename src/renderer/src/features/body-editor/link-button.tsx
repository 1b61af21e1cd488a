import { Link } from 'lucide-react';
import type { Editor } from '@tiptap/react';
import { useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog, DialogTrigger, Popover, ToggleButton } from 'react-aria-components';
import { shortcutText } from '../../commands/shortcuts';
import { Button } from '../../ui/button';
import { Field } from '../../ui/field';
import { Tooltip } from '../../ui/tooltip';

interface LinkButtonProps {
  readonly editor: Editor;
  readonly isOn: boolean;
  readonly isOpen: boolean;
  readonly onOpen: (isOpen: boolean) => void;
}

/** Asks for the address of the words that are selected. */
export function LinkButton({ editor, isOn, isOpen, onOpen }: LinkButtonProps) {
  const { t } = useTranslation();
  const close = (): void => {
    onOpen(false);
    editor.commands.focus();
  };
  return (
    <DialogTrigger
      isOpen={isOpen}
      onOpenChange={(open) => {
        if (open) onOpen(true);
        else close();
      }}
    >
      <Tooltip text={t('body.link')} shortcut={shortcutText({ key: 'k', mod: true, shift: true })}>
        <ToggleButton
          className="icon-button body-toggle"
          aria-label={t('body.link')}
          isSelected={isOn}
        >
          <Link size={16} strokeWidth={1.8} aria-hidden />
        </ToggleButton>
      </Tooltip>
      <Popover className="popover link-popover" offset={6}>
        <Dialog aria-label={t('body.link')} className="link-dialog">
          <LinkForm editor={editor} isLink={isOn} onDone={close} />
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

interface LinkFormProps {
  readonly editor: Editor;
  readonly isLink: boolean;
  readonly onDone: () => void;
}

function LinkForm({ editor, isLink, onDone }: LinkFormProps) {
  const { t } = useTranslation();
  const [address, setAddress] = useState(() => String(editor.getAttributes('link')['href'] ?? ''));
  const apply = (event: SubmitEvent): void => {
    event.preventDefault();
    const href = withScheme(address.trim());
    const chain = editor.chain().extendMarkRange('link');
    if (href === '') chain.unsetLink().run();
    else if (editor.state.selection.empty && !isLink) {
      chain
        .insertContent({ type: 'text', text: href, marks: [{ type: 'link', attrs: { href } }] })
        .run();
    } else chain.setLink({ href }).run();
    onDone();
  };
  return (
    <form className="link-form" onSubmit={apply}>
      <Field
        label={t('body.address')}
        labelHidden
        placeholder="https://"
        autoFocus
        value={address}
        onChange={setAddress}
      />
      <Button type="submit" variant="primary">
        {t('body.setLink')}
      </Button>
      {isLink && (
        <Button
          onPress={() => {
            editor.chain().extendMarkRange('link').unsetLink().run();
            onDone();
          }}
        >
          {t('body.removeLink')}
        </Button>
      )}
    </form>
  );
}

/** "example.org" and "press@example.org" are meant as addresses, too. */
function withScheme(address: string): string {
  if (address === '' || /^(?:[a-z][a-z0-9+.-]*:|[/#.])/iu.test(address)) return address;
  return /^[^\s@/]+@[^\s@/]+$/u.test(address) ? `mailto:${address}` : `https://${address}`;
}
