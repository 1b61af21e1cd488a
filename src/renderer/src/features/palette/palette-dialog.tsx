import { useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Check, Search } from 'lucide-react';
import { Dialog, Modal, ModalOverlay } from 'react-aria-components';
import { shortcutText } from '../../commands/shortcuts';
import { currentContext } from '../../commands/registry';
import { closeDialog } from '../../state/dialogs';
import { classNames } from '../../ui/class-names';
import { matchingEntries, type PaletteEntry } from './palette-entries';
import { searchEntry, usePaletteEntries } from './use-palette-entries';
import './palette.css';

const listId = 'palette-list';

/** Every command and place by its name. */
export function PaletteDialog() {
  const { t } = useTranslation();
  return (
    <ModalOverlay
      isOpen
      isDismissable
      onOpenChange={(open) => {
        if (!open) closeDialog();
      }}
      className="veil palette-veil"
    >
      <Modal className="palette">
        <Dialog aria-label={t('command.palette')} className="palette-frame">
          <Palette />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function Palette() {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [active, setActive] = useState(0);
  const all = usePaletteEntries();
  const found = matchingEntries(all, text);
  const query = text.trim();
  const { archive, editor } = currentContext();
  const canSearch = archive !== null && editor === null && query !== '';
  const entries = canSearch
    ? [...found, searchEntry(query, t('palette.search', { text: query }))]
    : found;
  const chosen = Math.min(active, entries.length - 1);

  const onKeyDown = (event: KeyboardEvent): void => {
    // Enter that confirms a candidate of an input method chooses nothing.
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      const last = entries.length - 1;
      const wraps = Math.abs(step) === 1 && (chosen + step > last || chosen + step < 0);
      const next = wraps ? (step > 0 ? 0 : last) : Math.max(0, Math.min(last, chosen + step));
      setActive(next);
      document.getElementById(optionId(next))?.scrollIntoView({ block: 'nearest' });
    } else if (event.key === 'Enter') {
      event.preventDefault();
      entries[chosen]?.run();
    }
  };

  return (
    <>
      <div className="palette-field">
        <Search size={16} aria-hidden />
        <input
          autoFocus
          role="combobox"
          aria-expanded
          aria-controls={listId}
          aria-activedescendant={entries.length > 0 ? optionId(chosen) : undefined}
          aria-autocomplete="list"
          aria-label={t('command.palette')}
          placeholder={t('palette.placeholder')}
          spellCheck={false}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            setActive(0);
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <ul id={listId} role="listbox" aria-label={t('palette.results')} className="palette-list">
        {entries.map((entry, index) => (
          <Row
            key={entry.id}
            entry={entry}
            index={index}
            isActive={index === chosen}
            // Ranked answers stand in no order of their groups.
            isGrouped={query === ''}
            title={query === '' && entry.group !== entries[index - 1]?.group ? entry.group : null}
            onHover={setActive}
          />
        ))}
      </ul>
      {entries.length === 0 && (
        <p className="palette-nothing" role="status">
          {t('palette.nothing')}
        </p>
      )}
    </>
  );
}

function optionId(index: number): string {
  return `${listId}-${index}`;
}

interface RowProps {
  readonly entry: PaletteEntry;
  readonly index: number;
  readonly isActive: boolean;
  /** It stands under its heading. */
  readonly isGrouped: boolean;
  readonly title: string | null;
  readonly onHover: (index: number) => void;
}

function Row({ entry, index, isActive, isGrouped, title, onHover }: RowProps) {
  const { icon: Icon, label, group, shortcut, isOn } = entry;
  return (
    <>
      {title !== null && (
        <li role="presentation" className="palette-group">
          {title}
        </li>
      )}
      <li
        id={optionId(index)}
        role="option"
        aria-selected={isActive}
        className={classNames('palette-row', isActive && 'palette-row-active')}
        onMouseMove={() => {
          if (!isActive) onHover(index);
        }}
        // A press must not take the focus from the field.
        onMouseDown={(event) => {
          event.preventDefault();
        }}
        onClick={entry.run}
      >
        <Icon size={15} strokeWidth={1.7} aria-hidden />
        <span className="palette-label">{label}</span>
        {isOn && <Check size={14} aria-hidden />}
        {shortcut ? (
          <kbd className="menu-shortcut">{shortcutText(shortcut)}</kbd>
        ) : (
          <span className="palette-kind">{isGrouped ? '' : group}</span>
        )}
      </li>
    </>
  );
}
