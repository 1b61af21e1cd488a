import { CircleHelp, Search, X } from 'lucide-react';
import { memo, useEffect, useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from 'react-aria-components';
import { applyCompletion } from '../../../../shared/query';
import { commandOf } from '../../commands/registry';
import { shortcutText } from '../../commands/shortcuts';
import { maxTextLength } from '../../state/results/current-query';
import { hitAt } from '../../state/results/result-pages';
import { useResults } from '../../state/results/result-state';
import { openSearchHelp } from '../../state/search-help';
import { useSearchField } from '../../state/search-field';
import { keysRest, keyStruck } from '../../state/settled-answer';
import { openRelease, setSearchText, typeSearchText, useWorkspace } from '../../state/workspace';
import { IconButton } from '../../ui/button';
import { focusList, focusReader, focusSearch, searchFieldId } from '../release-list/focus';
import { ProposalList, proposalId, proposalListId } from './proposal-list';
import { stepped, type Proposal } from './proposals';
import { SearchHelp } from './search-help';
import { useProposals } from './use-proposals';
import './search.css';

/**
 * Searches with every keystroke, but not while an input method is composing: half-typed pinyin is
 * not what anybody looks for. Below it, what could be typed next: ARIA's combobox, in which the keys
 * mean what they mean without the list until somebody steps into it.
 */
export function SearchField() {
  const { t } = useTranslation();
  const text = useWorkspace((state) => state.text);
  const [composed, setComposed] = useState<string | null>(null);
  /** Where proposals are for; null: none are wanted. */
  const [caret, setCaret] = useState<number | null>(null);
  const [active, setActive] = useState<number | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const caretToBe = useRef<number | null>(null);
  const hasFocus = useSearchField((state) => state.hasFocus);
  const isAsked = hasFocus && composed === null;
  const { completion, proposals } = useProposals(text, isAsked ? caret : null);
  const isOpen = proposals.length > 0;
  const chosen = active === null ? undefined : proposals[active];
  const shortcut = commandOf('find').shortcut;

  useEffect(
    () => () => {
      // What leaves the page with the focus in it tells nobody.
      useSearchField.setState({ hasFocus: false });
    },
    [],
  );

  useLayoutEffect(() => {
    if (caretToBe.current === null) return;
    input.current?.setSelectionRange(caretToBe.current, caretToBe.current);
    caretToBe.current = null;
  }, [text]);

  const type = (typed: string, at: number | null): void => {
    keyStruck();
    typeSearchText(typed);
    setCaret(at);
    setActive(null);
  };

  const choose = ({ value }: Proposal): void => {
    if (!completion) return;
    const applied = applyCompletion(text, completion, value);
    caretToBe.current = applied.caret;
    type(applied.text, applied.caret);
  };

  const close = (): void => {
    setCaret(null);
    setActive(null);
  };

  const onListKey = (event: KeyboardEvent): boolean => {
    if (!isOpen) return false;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      setActive(stepped(active, event.key === 'ArrowDown' ? 1 : -1, proposals.length));
    } else if (event.key === 'Escape') {
      close();
    } else if (chosen && (event.key === 'Enter' || (event.key === 'Tab' && !event.shiftKey))) {
      choose(chosen);
    } else {
      return false;
    }
    return true;
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (onListKey(event)) {
      event.preventDefault();
    } else if (event.key === 'ArrowDown') {
      event.preventDefault();
      keysRest();
      focusList();
    } else if (event.key === 'Enter') {
      keysRest();
      const { pages } = useResults.getState();
      const { openId } = useWorkspace.getState();
      if (openId === null) openRelease(hitAt(pages, 0)?.release.id ?? null);
      focusReader();
    } else if (event.key === 'Escape' && text !== '') {
      event.preventDefault();
      setSearchText('');
    }
  };

  return (
    <div className="search">
      <Search size={15} aria-hidden />
      <input
        ref={input}
        id={searchFieldId}
        className="search-input"
        type="text"
        role="combobox"
        enterKeyHint="search"
        autoComplete="off"
        autoCorrect="off"
        spellCheck={false}
        maxLength={maxTextLength}
        aria-label={t('list.search')}
        aria-autocomplete="list"
        aria-expanded={isOpen}
        aria-controls={isOpen ? proposalListId : undefined}
        aria-activedescendant={chosen && active !== null ? proposalId(active) : undefined}
        placeholder={t('list.searchHint')}
        value={composed ?? text}
        onChange={(event) => {
          const { value, selectionStart } = event.currentTarget;
          if (composed === null) type(value, selectionStart);
          else setComposed(value);
        }}
        onSelect={(event) => {
          // The caret went elsewhere: what was offered was for another place.
          if (caret !== null && event.currentTarget.selectionStart !== caret) close();
        }}
        onFocus={() => {
          useSearchField.setState({ hasFocus: true });
        }}
        onBlur={() => {
          useSearchField.setState({ hasFocus: false });
          close();
        }}
        onKeyDown={onKeyDown}
        onCompositionStart={() => {
          setComposed(text);
        }}
        onCompositionEnd={(event) => {
          setComposed(null);
          type(event.currentTarget.value, event.currentTarget.selectionStart);
        }}
      />
      {text === '' && shortcut && (
        <kbd className="search-key" aria-hidden>
          {shortcutText(shortcut)}
        </kbd>
      )}
      <FieldButtons canClear={text !== ''} />
      {isOpen && <ProposalList proposals={proposals} active={active} onChoose={choose} />}
    </div>
  );
}

/** What stands at the end of the field; no key that is typed draws it anew. */
const FieldButtons = memo(function FieldButtons({ canClear }: { readonly canClear: boolean }) {
  const { t } = useTranslation();
  const help = useRef<HTMLButtonElement>(null);
  return (
    <>
      {canClear && (
        <Button
          className="search-clear"
          aria-label={t('list.clearSearch')}
          onPress={() => {
            setSearchText('');
            focusSearch();
          }}
        >
          <X size={14} aria-hidden />
        </Button>
      )}
      <span className="search-help-button">
        <IconButton
          ref={help}
          size="small"
          icon={CircleHelp}
          label={t('command.searchHelp')}
          shortcut="F1"
          onPress={openSearchHelp}
        />
      </span>
      <SearchHelp anchor={help} />
    </>
  );
});
