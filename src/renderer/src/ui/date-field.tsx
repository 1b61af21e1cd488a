import { Calendar as CalendarIcon } from 'lucide-react';
import {
  useContext,
  useState,
  type ClipboardEvent,
  type FocusEvent,
  type KeyboardEvent,
  type ReactNode,
} from 'react';
import {
  DateField as AriaDateField,
  DateFieldStateContext,
  DateInput,
  DateSegment,
  Dialog,
  DialogTrigger,
  Label,
  Popover,
  TimeField as AriaTimeField,
  TimeFieldStateContext,
} from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { IconButton } from './button';
import { DayCalendar } from './day-calendar';
import { dayOf, pastedDay, timeOf, writtenTime } from './written-date';
import './field.css';
import './date-field.css';

interface PartsFieldProps {
  readonly label: string;
  readonly onChange: (value: string) => void;
  readonly badge?: ReactNode;
  /** Where a mark in the source text finds this field again. */
  readonly name?: string;
  readonly onFocus?: (event: FocusEvent) => void;
  readonly onBlur?: (event: FocusEvent) => void;
}

interface DateFieldProps extends PartsFieldProps {
  /** `YYYY-MM-DD`, or ''. */
  readonly value: string;
}

interface TimeFieldProps extends PartsFieldProps {
  /** `HH:mm`, or ''. */
  readonly value: string;
}

/** A day, in the order and with the signs of the window's language; typed, pasted or chosen. */
export function DateField({
  label,
  value,
  onChange,
  badge,
  name,
  onFocus,
  onBlur,
}: DateFieldProps) {
  const { t } = useTranslation();
  const [isOpen, setIsOpen] = useState(false);
  const [isFocused, setIsFocused] = useState(false);
  /** Another number, another field: what was typed of an unfinished day is gone. */
  const [made, setMade] = useState(0);
  const day = dayOf(value);
  const paste = (event: ClipboardEvent): void => {
    const pasted = pastedDay(event.clipboardData.getData('text/plain'));
    event.preventDefault();
    if (pasted !== null) onChange(pasted);
  };
  const copy = (event: ClipboardEvent): void => {
    if (value === '') return;
    event.preventDefault();
    event.clipboardData.setData('text/plain', value);
  };
  const openByKey = (event: KeyboardEvent): void => {
    if (!event.altKey || event.key !== 'ArrowDown') return;
    event.preventDefault();
    event.stopPropagation();
    setIsOpen(true);
  };
  return (
    <AriaDateField
      key={made}
      onFocusChange={setIsFocused}
      className="field parts-field"
      data-field={name}
      granularity="day"
      shouldForceLeadingZeros
      value={day}
      onChange={(chosen) => {
        onChange(chosen?.toString() ?? '');
      }}
      {...(onFocus ? { onFocus } : {})}
      {...(onBlur ? { onBlur } : {})}
    >
      <span className="field-head">
        <Label className="field-label">{label}</Label>
        {badge}
      </span>
      <div
        className="parts-box"
        onPasteCapture={paste}
        onCopyCapture={copy}
        onKeyDownCapture={openByKey}
      >
        <DateInput className="parts-input">
          {(segment) => <DateSegment className="part" segment={segment} />}
        </DateInput>
        <DialogTrigger isOpen={isOpen} onOpenChange={setIsOpen}>
          <IconButton icon={CalendarIcon} size="small" label={t('date.choose', { field: label })} />
          <Popover className="popover calendar-popover" placement="bottom end" offset={4}>
            <Dialog aria-label={label} className="calendar-dialog">
              <DayCalendar
                label={label}
                day={day}
                onChange={(chosen) => {
                  onChange(chosen);
                  setIsOpen(false);
                  if (chosen === '') setMade(made + 1);
                }}
              />
            </Dialog>
          </Popover>
        </DialogTrigger>
      </div>
      {!isFocused && <UnfinishedDay />}
    </AriaDateField>
  );
}

/** A day without its year is none: said, since the field looks filled at a glance. */
function UnfinishedDay() {
  const { t } = useTranslation();
  const state = useContext(DateFieldStateContext);
  return isUnfinished(state?.segments) ? (
    <span className="field-help parts-unfinished">{t('date.unfinished')}</span>
  ) : null;
}

/** A time of the day, with 12 or 24 hours as the window's language has it. */
export function TimeField({
  label,
  value,
  onChange,
  badge,
  name,
  onFocus,
  onBlur,
}: TimeFieldProps) {
  const [isFocused, setIsFocused] = useState(false);
  return (
    <AriaTimeField
      onFocusChange={setIsFocused}
      className="field parts-field"
      data-field={name}
      granularity="minute"
      shouldForceLeadingZeros
      value={timeOf(value)}
      onChange={(chosen) => {
        onChange(chosen === null ? '' : writtenTime(chosen));
      }}
      {...(onFocus ? { onFocus } : {})}
      {...(onBlur ? { onBlur } : {})}
    >
      <span className="field-head">
        <Label className="field-label">{label}</Label>
        {badge}
      </span>
      <div className="parts-box">
        <DateInput className="parts-input">
          {(segment) => <DateSegment className="part" segment={segment} />}
        </DateInput>
      </div>
      {!isFocused && <UnfinishedTime />}
    </AriaTimeField>
  );
}

function UnfinishedTime() {
  const { t } = useTranslation();
  const state = useContext(TimeFieldStateContext);
  return isUnfinished(state?.segments) ? (
    <span className="field-help parts-unfinished">{t('date.unfinishedTime')}</span>
  ) : null;
}

interface Segment {
  readonly isEditable: boolean;
  readonly isPlaceholder: boolean;
}

function isUnfinished(segments: readonly Segment[] | undefined): boolean {
  const parts = segments?.filter(({ isEditable }) => isEditable) ?? [];
  const open = parts.filter(({ isPlaceholder }) => isPlaceholder);
  return open.length > 0 && open.length < parts.length;
}
