import { X } from 'lucide-react';
import { useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Input, Label, Tag, TagGroup, TagList, TextField } from 'react-aria-components';
import './tag-field.css';

interface TagFieldProps {
  readonly label: string;
  readonly values: readonly string[];
  readonly onChange: (values: readonly string[]) => void;
  readonly placeholder: string;
}

/** Words as chips: Enter or a comma adds, backspace in the empty field takes the last away. */
export function TagField({ label, values, onChange, placeholder }: TagFieldProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');

  const add = (text: string): void => {
    const fresh = text
      .split(/[,;\uFF0C\uFF1B\u3001\n]/)
      .map((word) => word.trim())
      .filter((word) => word !== '' && !values.includes(word));
    if (fresh.length > 0) onChange([...values, ...new Set(fresh)]);
    setTyped('');
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && typed.trim() !== '') {
      event.preventDefault();
      add(typed);
    } else if (event.key === 'Backspace' && typed === '') {
      onChange(values.slice(0, -1));
    }
  };

  return (
    <div className="tag-field">
      <TagGroup
        selectionMode="none"
        onRemove={(keys) => {
          onChange(values.filter((value) => !keys.has(value)));
        }}
        className="tag-field-group"
      >
        <Label className="field-label">{label}</Label>
        <div className="tag-field-box">
          <TagList className="tag-field-list" items={values.map((value) => ({ id: value }))}>
            {(item) => (
              <Tag textValue={item.id} className="chip chip-removable">
                <span className="chip-text">{item.id}</span>
                <Button
                  slot="remove"
                  className="chip-remove"
                  aria-label={t('common.removeNamed', { name: item.id })}
                >
                  <X size={12} aria-hidden />
                </Button>
              </Tag>
            )}
          </TagList>
          <TextField
            aria-label={label}
            value={typed}
            onChange={(text) => {
              if (/[,\uFF0C\u3001]/.test(text)) add(text);
              else setTyped(text);
            }}
            onKeyDown={onKeyDown}
            onBlur={() => {
              add(typed);
            }}
            className="tag-field-typing"
          >
            <Input className="tag-field-input" placeholder={values.length ? '' : placeholder} />
          </TextField>
        </div>
      </TagGroup>
    </div>
  );
}
