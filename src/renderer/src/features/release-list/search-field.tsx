import { Search, X } from 'lucide-react';
import { useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Input, SearchField as AriaSearchField } from 'react-aria-components';
import { commandOf } from '../../commands/registry';
import { shortcutText } from '../../commands/shortcuts';
import { hitAt, useResults } from '../../state/results';
import { openRelease, setSearchText, useWorkspace } from '../../state/workspace';
import { focusList, focusReader, searchFieldId } from './focus';

/**
 * Searches with every keystroke, but not while an input method is composing: half-typed pinyin is
 * not what anybody looks for.
 */
export function SearchField() {
  const { t } = useTranslation();
  const text = useWorkspace((state) => state.text);
  const [composed, setComposed] = useState<string | null>(null);
  const shortcut = commandOf('find').shortcut;

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown') {
      event.preventDefault();
      focusList();
    } else if (event.key === 'Enter') {
      const { pages } = useResults.getState();
      const { openId } = useWorkspace.getState();
      if (openId === null) openRelease(hitAt(pages, 0)?.release.id ?? null);
      focusReader();
    }
  };

  return (
    <AriaSearchField
      aria-label={t('list.search')}
      className="search"
      value={composed ?? text}
      onChange={(typed) => {
        if (composed === null) setSearchText(typed);
        else setComposed(typed);
      }}
    >
      <Search size={15} aria-hidden />
      <Input
        id={searchFieldId}
        className="search-input"
        placeholder={t('list.searchHint')}
        onKeyDown={onKeyDown}
        onCompositionStart={() => {
          setComposed(text);
        }}
        onCompositionEnd={(event) => {
          setComposed(null);
          setSearchText(event.currentTarget.value);
        }}
      />
      {text === '' && shortcut && (
        <kbd className="search-key" aria-hidden>
          {shortcutText(shortcut)}
        </kbd>
      )}
      <Button className="search-clear" aria-label={t('list.clearSearch')}>
        <X size={14} aria-hidden />
      </Button>
    </AriaSearchField>
  );
}
