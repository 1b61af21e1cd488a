import { getLocalTimeZone, today, type CalendarDate } from '@internationalized/date';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useContext } from 'react';
import {
  Calendar,
  CalendarCell,
  CalendarGrid,
  CalendarGridBody,
  CalendarGridHeader,
  CalendarHeaderCell,
  CalendarHeading,
  DateFieldStateContext,
  type DateValue,
  Button as AriaButton,
} from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Button } from './button';

interface DayCalendarProps {
  readonly label: string;
  readonly day: CalendarDate | null;
  readonly onChosen: () => void;
}

/** A month of days for the date field around it; weeks begin as the window's language has it. */
export function DayCalendar({ label, day, onChosen }: DayCalendarProps) {
  const { t } = useTranslation();
  const field = useContext(DateFieldStateContext);
  const choose = (chosen: DateValue | null): void => {
    field?.setValue(chosen);
    onChosen();
  };
  const now = today(getLocalTimeZone());
  return (
    <>
      <Calendar
        aria-label={label}
        className="calendar"
        autoFocus
        value={day}
        defaultFocusedValue={day ?? now}
        onChange={choose}
      >
        <header className="calendar-head">
          <AriaButton slot="previous" className="icon-button icon-button-small">
            <ChevronLeft size={14} aria-hidden />
          </AriaButton>
          <CalendarHeading className="calendar-month" />
          <AriaButton slot="next" className="icon-button icon-button-small">
            <ChevronRight size={14} aria-hidden />
          </AriaButton>
        </header>
        <CalendarGrid weekdayStyle="short" className="calendar-grid">
          <CalendarGridHeader>
            {(weekday) => (
              <CalendarHeaderCell className="calendar-weekday">{weekday}</CalendarHeaderCell>
            )}
          </CalendarGridHeader>
          <CalendarGridBody>
            {(date) => (
              <CalendarCell
                date={date}
                className="calendar-day"
                {...(date.compare(now) === 0 ? { 'data-today': true } : {})}
              />
            )}
          </CalendarGridBody>
        </CalendarGrid>
      </Calendar>
      <footer className="calendar-foot">
        <Button
          variant="quiet"
          onPress={() => {
            choose(now);
          }}
        >
          {t('date.today')}
        </Button>
        <Button
          variant="quiet"
          onPress={() => {
            choose(null);
          }}
        >
          {t('date.clear')}
        </Button>
      </footer>
    </>
  );
}
