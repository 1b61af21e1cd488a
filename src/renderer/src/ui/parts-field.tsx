import { useState, type FocusEvent, type ReactNode } from 'react';
import { DateInput, DateSegment, Label } from 'react-aria-components';
import './field.css';
import './date-field.css';

export interface PartsFieldProps {
  readonly label: string;
  /** '' for none. */
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly badge?: ReactNode;
  /** Where a mark in the source text finds this field again. */
  readonly name?: string;
  readonly onFocus?: (event: FocusEvent) => void;
  readonly onBlur?: (event: FocusEvent) => void;
}

/** What the fields of days and of times have alike: how they look, and when they are left. */
export function usePartsField({ name, onFocus, onBlur }: PartsFieldProps) {
  /** What nobody has been in is as it was read, whatever it is. */
  const [focus, setFocus] = useState<'not yet' | 'within' | 'left'>('not yet');
  return {
    isLeft: focus === 'left',
    shared: {
      className: 'field parts-field',
      'data-field': name,
      shouldForceLeadingZeros: true,
      onFocusChange: (isWithin: boolean) => {
        setFocus(isWithin ? 'within' : 'left');
      },
      ...(onFocus ? { onFocus } : {}),
      ...(onBlur ? { onBlur } : {}),
    },
  };
}

export function PartsHead({ label, badge }: Pick<PartsFieldProps, 'label' | 'badge'>) {
  return (
    <span className="field-head">
      <Label className="field-label">{label}</Label>
      {badge}
    </span>
  );
}

export function Parts() {
  return (
    <DateInput className="parts-input">
      {(segment) => <DateSegment className="part" segment={segment} />}
    </DateInput>
  );
}
