import { Calendar as CalendarIcon } from 'lucide-react';
import { useState, type ClipboardEvent, type KeyboardEvent } from 'react';
import {
  DateField as AriaDateField,
  Dialog,
  DialogTrigger,
  Popover,
  TimeField as AriaTimeField,
} from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { IconButton } from './button';
import { DayCalendar } from './day-calendar';
import { Parts, PartsHead, usePartsField, type PartsFieldProps } from './parts-field';
import { UnfinishedDay, UnfinishedTime } from './unfinished-parts';
import { useShown } from './use-shown';
import { dayOf, pastedDay, timeOf, writtenDay, writtenTime } from './written-date';

/** A day (`YYYY-MM-DD`), in the order and with the signs of the window's language; typed, pasted or chosen. */
export function DateField(props: PartsFieldProps) {
  const { label, value, onChange, badge } = props;
  const { t } = useTranslation();
  const [isOpen, setIsOpen] = useState(false);
  const { shared, isLeft } = usePartsField(props);
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
    <AriaDateField {...shared} granularity="day" value={day} onChange={tell}>
      <PartsHead label={label} badge={badge} />
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
      {value !== '' && day === null && (
        <span className="field-help parts-unfinished">{t('date.impossible', { text: value })}</span>
      )}
      {isLeft && !isOpen && <UnfinishedDay leave={leave} isRefused={value === ''} />}
    </AriaDateField>
  );
}

/** A time of the day (`HH:mm`), with 12 or 24 hours as the window's language has it. */
export function TimeField(props: PartsFieldProps) {
  const { label, value, onChange, badge } = props;
  const { shared, isLeft } = usePartsField(props);
  const { shown: time, tell, leave } = useShown(value, onChange, timeOf, writtenTime);
  return (
    <AriaTimeField {...shared} granularity="minute" value={time} onChange={tell}>
      <PartsHead label={label} badge={badge} />
      <div className="parts-box">
        <Parts />
      </div>
      {isLeft && <UnfinishedTime leave={leave} />}
    </AriaTimeField>
  );
}
