import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Release } from '../../../../shared/release';
import { useOfContext } from '../../commands/command-context';
import { commandOf } from '../../commands/registry';
import { editRelease } from '../filing/leave';
import { editInPlace, useInPlace } from '../../state/in-place';
import { classNames } from '../../ui/class-names';
import { fitsOneLine, targetKey, type EditTarget } from './edit-target';
import { InPlaceField } from './in-place-field';
import './in-place.css';

interface EditableTextProps {
  readonly as: 'h1' | 'p' | 'span' | 'div';
  readonly id?: string;
  readonly className?: string;
  readonly lang?: string | undefined;
  /** As `data-content` names it; null: nothing in it is the release's own. */
  readonly content: string | null;
  readonly release: Release;
  readonly target: EditTarget;
  readonly label: string;
  readonly children: ReactNode;
}

/** A text of the release that a double click, F2 or E turns into a field with that text. */
export function EditableText(props: EditableTextProps) {
  const { as: Element, id, className, lang, content, release, target, label, children } = props;
  const { t } = useTranslation();
  const key = targetKey(target);
  const isEditing = useInPlace((state) => state.releaseId === release.id && state.target === key);
  const canEdit = useOfContext(commandOf('edit-in-place').isEnabled);
  const box = useRef<HTMLElement>(null);
  const wasEditing = useRef(false);

  useEffect(() => {
    // The field is gone and the focus with it: the text that it was takes it.
    if (wasEditing.current && !isEditing && document.activeElement === document.body) {
      box.current?.focus();
    }
    wasEditing.current = isEditing;
  }, [isEditing]);

  const begin = (): void => {
    if (fitsOneLine(release, target)) editInPlace(release.id, key);
    else void editRelease(release.id);
  };
  if (isEditing && canEdit && fitsOneLine(release, target)) {
    return (
      <div id={id} className={classNames(className, 'in-place-box')} lang={lang}>
        <InPlaceField release={release} target={target} label={label} />
      </div>
    );
  }
  return (
    <Element
      ref={box as never}
      id={id}
      className={classNames(className, canEdit && 'editable')}
      lang={lang}
      {...(content === null ? {} : { 'data-content': content })}
      {...(canEdit && {
        'data-edit': key,
        tabIndex: 0,
        title: t('inPlace.hint'),
        'aria-keyshortcuts': 'F2 E',
        onDoubleClick: begin,
        onKeyDown: (event: KeyboardEvent) => {
          const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey;
          const isOwn = event.target === event.currentTarget;
          if (!isOwn || !isPlain || (event.key !== 'F2' && event.key.toLowerCase() !== 'e')) return;
          event.preventDefault();
          begin();
        },
      })}
    >
      {children}
    </Element>
  );
}
