import { FileUp, PenLine } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FileTrigger, TextArea, TextField } from 'react-aria-components';
import { Button } from '../../ui/button';
import { editForm, useEditor } from './editor-store';
import { takeChosen } from '../importing/take-arrival';
import { takeText } from './take-files';
import './intake-area.css';

/** The first step: something to paste into, drop on, or choose files with. */
export function IntakeArea() {
  const { t } = useTranslation();
  const reading = useEditor((state) => state.reading);
  const [typed, setTyped] = useState('');
  const field = useRef<HTMLTextAreaElement>(null);
  return (
    <div className="intake">
      <div className="intake-sheet">
        <TextField
          aria-label={t('filing.pasteLabel')}
          value={typed}
          onChange={setTyped}
          autoFocus
          className="intake-field"
        >
          <TextArea
            ref={field}
            className="intake-text"
            placeholder={t('filing.pasteHint')}
            // What is pasted is the whole release: there is nothing more to wait for.
            onKeyDown={(event) => {
              const confirms = event.key === 'Enter' && (event.ctrlKey || event.metaKey);
              if (!confirms || event.nativeEvent.isComposing || typed.trim() === '') return;
              event.preventDefault();
              void takeText(typed);
            }}
            onPaste={(event) => {
              const text = event.clipboardData.getData('text/plain');
              if (typed !== '' || text.trim() === '') return;
              event.preventDefault();
              void takeText(text);
            }}
          />
        </TextField>
        <div className="intake-actions">
          <FileTrigger allowsMultiple onSelect={(files) => void takeChosen([...(files ?? [])])}>
            <Button icon={FileUp}>{t('filing.chooseFiles')}</Button>
          </FileTrigger>
          <Button
            variant="quiet"
            icon={PenLine}
            onPress={() => {
              editForm((form) => ({ ...form }));
            }}
          >
            {t('filing.byHand')}
          </Button>
          <span className="spring" />
          <Button
            variant="primary"
            isDisabled={typed.trim() === '' || reading > 0}
            onPress={() => void takeText(typed)}
          >
            {t('filing.readText')}
          </Button>
        </div>
      </div>
      <p className="intake-note">{t('filing.note')}</p>
    </div>
  );
}
