import { useTranslation } from 'react-i18next';
import { Button } from 'react-aria-components';
import { useResults } from '../../state/results/result-state';
import { setSearchText } from '../../state/workspace';
import { focusSearch } from '../release-list/focus';
import './search.css';

/** "Did you mean": the same query in a spelling of which the archive has more. */
export function SuggestionLine() {
  const { t } = useTranslation();
  const suggestion = useResults((state) => state.suggestion);
  if (!suggestion) return null;
  return (
    <p className="suggestion">
      <span>{t('search.didYouMean')} </span>
      <Button
        className="suggestion-button"
        onPress={() => {
          setSearchText(suggestion.text);
          focusSearch();
        }}
      >
        {suggestion.segments.map(({ text, hit }, index) =>
          hit ? <em key={index}>{text}</em> : text,
        )}
      </Button>
      {t('search.questionMark')}
    </p>
  );
}
