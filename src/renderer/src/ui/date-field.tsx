import { Calendar as CalendarIcon } from 'lucide-react';
import {
  useContext,
  useEffect,
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
import { dayOf, pastedDay, timeOf, writtenDay, writtenTime } from './written-date';
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

/** What nobody has been in is as it was read, whatever it is. */
type Focus = 'not yet' | 'within' | 'left';

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
  const [focus, setFocus] = useState<Focus>('not yet');
  const { shown: day, tell, leave } = useShown(value, onChange, dayOf, writtenDay);
  const paste = (event: ClipboardEvent): void => {
    const pasted = pastedDay(event.clipboardData.getData('text/plain'));
    event.preventDefault();
    if (pasted !== null) tell(dayOf(pasted));
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
      onFocusChange={(isWithin) => {
        setFocus(isWithin ? 'within' : 'left');
      }}
      className="field parts-field"
      data-field={name}
      granularity="day"
      shouldForceLeadingZeros
      value={day}
      onChange={tell}
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
        <Parts />
        <DialogTrigger isOpen={isOpen} onOpenChange={setIsOpen}>
          <IconButton icon={CalendarIcon} size="small" label={t('date.choose', { field: label })} />
          <Popover className="popover calendar-popover" placement="bottom end" offset={4}>
            <Dialog aria-label={label} className="calendar-dialog">
              <DayCalendar
                label={label}
                day={day}
                onChosen={() => {
                  setIsOpen(false);
                }}
              />
            </Dialog>
          </Popover>
        </DialogTrigger>
      </div>
      {focus === 'left' && !isOpen && <UnfinishedDay leave={leave} isRefused={value === ''} />}
    </AriaDateField>
  );
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
  const [focus, setFocus] = useState<Focus>('not yet');
  const { shown: time, tell, leave } = useShown(value, onChange, timeOf, writtenTime);
  return (
    <AriaTimeField
      onFocusChange={(isWithin) => {
        setFocus(isWithin ? 'within' : 'left');
      }}
      className="field parts-field"
      data-field={name}
      granularity="minute"
      shouldForceLeadingZeros
      value={time}
      onChange={tell}
      {...(onFocus ? { onFocus } : {})}
      {...(onBlur ? { onBlur } : {})}
    >
      <span className="field-head">
        <Label className="field-label">{label}</Label>
        {badge}
      </span>
      <div className="parts-box">
        <Parts />
      </div>
      {focus === 'left' && <UnfinishedTime leave={leave} />}
    </AriaTimeField>
  );
}

function Parts() {
  return (
    <DateInput className="parts-input">
      {(segment) => <DateSegment className="part" segment={segment} />}
    </DateInput>
  );
}

interface Shown<Point> {
  readonly shown: Point | null;
  readonly tell: (point: Point | null) => void;
  /** Once the focus has gone elsewhere: what isn't whole isn't kept, what is whole again is. */
  readonly leave: (isWhole: boolean) => void;
}

/**
 * What a field of parts shows of a text. It stays the same object until there is another one: with a
 * new object the parts would begin anew, and what was typed of an unfinished day were gone.
 */
function useShown<Point>(
  value: string,
  onChange: (value: string) => void,
  read: (text: string) => Point | null,
  write: (point: Point) => string,
): Shown<Point> {
  const [kept, setKept] = useState(() => ({ value, shown: read(value) }));
  if (kept.value !== value) setKept({ value, shown: read(value) });
  const keep = (text: string, shown: Point | null): void => {
    setKept({ value: text, shown });
    if (text !== value) onChange(text);
  };
  return {
    shown: kept.shown,
    tell: (point) => {
      keep(point === null ? '' : write(point), point);
    },
    leave: (isWhole) => {
      const { shown } = kept;
      keep(isWhole && shown !== null ? write(shown) : '', shown);
    },
  };
}

interface UnfinishedDayProps {
  readonly leave: (isWhole: boolean) => void;
  /** Whether the form holds no day, although there may be one to be seen. */
  readonly isRefused: boolean;
}

/** A day without its year is none: said, since the field looks filled at a glance. */
function UnfinishedDay({ leave, isRefused }: UnfinishedDayProps) {
  const { t } = useTranslation();
  const state = useContext(DateFieldStateContext);
  const parts = filledOf(state?.segments);
  const isShort = parts === 'all' && isRefused;
  useLeaving(parts, leave);
  return parts === 'some' || isShort ? (
    <span className="field-help parts-unfinished">{t('date.unfinished')}</span>
  ) : null;
}

function UnfinishedTime({ leave }: Pick<UnfinishedDayProps, 'leave'>) {
  const { t } = useTranslation();
  const parts = filledOf(useContext(TimeFieldStateContext)?.segments);
  useLeaving(parts, leave);
  return parts === 'some' ? (
    <span className="field-help parts-unfinished">{t('date.unfinishedTime')}</span>
  ) : null;
}

type Filled = 'none' | 'some' | 'all';

/** Once, when the focus has left: this is drawn only then. */
function useLeaving(filled: Filled, leave: (isWhole: boolean) => void): void {
  useEffect(() => {
    if (filled !== 'none') leave(filled === 'all');
    // eslint-disable-next-line react-hooks/exhaustive-deps -- what is left doesn't change meanwhile
  }, []);
}

interface Segment {
  readonly isEditable: boolean;
  readonly isPlaceholder: boolean;
}

function filledOf(segments: readonly Segment[] | undefined): Filled {
  const parts = segments?.filter(({ isEditable }) => isEditable) ?? [];
  const open = parts.filter(({ isPlaceholder }) => isPlaceholder);
  if (open.length === parts.length) return 'none';
  return open.length === 0 ? 'all' : 'some';
}
