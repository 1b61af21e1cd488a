import { useTranslation } from 'react-i18next';
import { useInterfaceLanguage } from '../../i18n';
import { paragraph } from '../../i18n/format';
import { readQuery } from '../../state/query';
import { useSearchField } from '../../state/search-field';
import { useWorkspace } from '../../state/workspace';
import { noteSentence, notesToSay } from './note-sentence';
import './search.css';

const mostSaid = 2;

/** Says what of the query was read otherwise than it seems to be meant. */
export function QueryNotes() {
  useTranslation();
  const language = useInterfaceLanguage();
  const text = useWorkspace((state) => state.text);
  const isTyped = useWorkspace((state) => state.isTyped);
  const hasFocus = useSearchField((state) => state.hasFocus);
  const notes = notesToSay(readQuery(text, isTyped).notes, text, isTyped && hasFocus);
  if (notes.length === 0) return null;
  return (
    <p className="query-notes" role="note">
      {paragraph(notes.slice(0, mostSaid).map(noteSentence), language)}
    </p>
  );
}
