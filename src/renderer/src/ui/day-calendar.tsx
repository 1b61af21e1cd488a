import { getLocalTimeZone, today, type CalendarDate } from '@internationalized/date';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import {
  Calendar,
  CalendarCell,
  CalendarGrid,
  CalendarGridBody,
  CalendarGridHeader,
  CalendarHeaderCell,
  CalendarHeading,
  Button as AriaButton,
} from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Button } from './button';

interface DayCalendarProps {
  readonly label: string;
  readonly day: CalendarDate | null;
  /** `YYYY-MM-DD`, or '' for no day. */
  readonly onChange: (day: string) => void;
}

/** A month of days; weeks begin as the window's language has it. */
export function DayCalendar({ label, day, onChange }: DayCalendarProps) {
  const { t } = useTranslation();
  const now = today(getLocalTimeZone());
  return (
    <>
      <Calendar
        aria-label={label}
        className="calendar"
        autoFocus
        value={day}
        defaultFocusedValue={day ?? now}
        onChange={(chosen) => {
          onChange(chosen.toString());
        }}
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
            onChange(now.toString());
          }}
        >
          {t('date.today')}
        </Button>
        <Button
          variant="quiet"
          onPress={() => {
            onChange('');
          }}
        >
          {t('date.clear')}
        </Button>
      </footer>
    </>
  );
}
