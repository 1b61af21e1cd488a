import type { FocusEvent, KeyboardEvent, ReactNode, Ref } from 'react';
import { Input, Label, Text, TextArea, TextField } from 'react-aria-components';
import { classNames } from './class-names';
import './field.css';

/** A longer text scrolls in its field instead of growing it. */
const mostGrown = 60_000;

interface FieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Grows with its text. */
  readonly multiline?: boolean;
  readonly look?: 'plain' | 'headline' | 'reading';
  /** For fields whose place says what they are: the label is for screen readers only. */
  readonly labelHidden?: boolean;
  readonly placeholder?: string;
  readonly help?: ReactNode;
  readonly badge?: ReactNode;
  readonly lang?: string | undefined;
  readonly autoFocus?: boolean;
  readonly isDisabled?: boolean;
  /** Where a mark in the source text finds this field again. */
  readonly name?: string;
  readonly onFocus?: (event: FocusEvent) => void;
  readonly onBlur?: (event: FocusEvent) => void;
  readonly onKeyDown?: (event: KeyboardEvent) => void;
  readonly inputRef?: Ref<HTMLInputElement>;
}

export function Field(props: FieldProps) {
  const { label, value, onChange, multiline, look = 'plain', labelHidden } = props;
  const shared = {
    className: `field-input field-input-${look}`,
    ...(props.placeholder === undefined ? {} : { placeholder: props.placeholder }),
    ...(props.lang === undefined ? {} : { lang: props.lang }),
  };
  return (
    <TextField
      className={classNames('field', props.isDisabled && 'field-disabled')}
      value={value}
      onChange={onChange}
      data-field={props.name}
      {...(labelHidden ? { 'aria-label': label } : {})}
      {...(props.autoFocus ? { autoFocus: true } : {})}
      {...(props.isDisabled ? { isDisabled: true } : {})}
      {...(props.onFocus ? { onFocus: props.onFocus } : {})}
      {...(props.onBlur ? { onBlur: props.onBlur } : {})}
      {...(props.onKeyDown ? { onKeyDown: props.onKeyDown } : {})}
    >
      {!labelHidden && (
        <span className="field-head">
          <Label className="field-label">{label}</Label>
          {props.badge}
        </span>
      )}
      {multiline ? (
        <TextArea
          {...shared}
          className={classNames(shared.className, value.length > mostGrown && 'field-input-long')}
          rows={1}
        />
      ) : (
        <Input {...shared} {...(props.inputRef ? { ref: props.inputRef } : {})} />
      )}
      {props.help && (
        <Text slot="description" className="field-help">
          {props.help}
        </Text>
      )}
    </TextField>
  );
}
