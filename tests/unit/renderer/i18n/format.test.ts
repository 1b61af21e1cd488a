import { describe, expect, it } from 'vitest';
import {
  dateInWords,
  dayParts,
  isDay,
  longDate,
  longMonth,
  shortDate,
} from '../../../../src/renderer/src/i18n/format';

describe('a day in words', () => {
  it('has the order of the language', () => {
    expect(longDate('2024-02-29', 'en')).toBe('29 February 2024');
    expect(longDate('2024-02-29', 'zh')).toBe('2024年2月29日');
  });

  // An archive that another program wrote into must open all the same.
  it.each(['2023-02-30', '2023-13-01', '2023-00-10', 'soon'])(
    'is the text itself where that is no day: %s',
    (text) => {
      expect(isDay(text)).toBe(false);
      for (const language of ['en', 'zh'] as const) {
        expect(longDate(text, language)).toBe(text);
        expect(shortDate(text, language)).toBe(text);
        expect(dateInWords(text, language)).toBe(text);
        expect(dayParts(text, null, language)).toEqual({ day: '', beside: text });
      }
    },
  );

  it('leaves a month that no year has as it is', () => {
    expect(longMonth('2024-02', 'en')).toBe('February 2024');
    expect(longMonth('2023-13', 'en')).toBe('2023-13');
  });
});
