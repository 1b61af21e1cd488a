import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  dayOf,
  pastedDay,
  timeOf,
  writtenTime,
} from '../../../../src/renderer/src/ui/written-date';

const days = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('a day in a date field', () => {
  it('is written again as it was', () => {
    fc.assert(fc.property(days, (day) => dayOf(day)?.toString() === day));
  });

  it.each(['', '2023', '2023-02-30', '2023-13-01', 'soon', '2023-03-14T10:00'])(
    'is none where the text is %j',
    (text) => {
      expect(dayOf(text)).toBeNull();
    },
  );
});

describe('a pasted day', () => {
  it.each([
    ['2023-03-14', '2023-03-14'],
    [' 2023-3-4\n', '2023-03-04'],
    ['2023/3/4', '2023-03-04'],
    ['2023.03.04', '2023-03-04'],
    ['2023年3月14日', '2023-03-14'],
    ['２０２３年３月１４日', '2023-03-14'],
    ['14 March 2023', '2023-03-14'],
    ['14th Mar. 2023', '2023-03-14'],
    ['March 14, 2023', '2023-03-14'],
    ['Sept. 3, 2023', '2023-09-03'],
  ])('is read from %j', (text, day) => {
    expect(pastedDay(text)).toBe(day);
  });

  it.each(['', '03/04/2023', '2023', 'March 2023', '2023-02-30', '14 Frimaire 2023', 'yesterday'])(
    'is none in %j',
    (text) => {
      expect(pastedDay(text)).toBeNull();
    },
  );
});

describe('a time in a time field', () => {
  it('is written again as it was', () => {
    fc.assert(
      fc.property(fc.nat(23), fc.nat(59), (hour, minute) => {
        const written = writtenTime({ hour, minute });
        const read = timeOf(written);
        return read?.hour === hour && read.minute === minute;
      }),
    );
  });

  it.each(['', '24:00', '7:30', 'noon'])('is none where the text is %j', (text) => {
    expect(timeOf(text)).toBeNull();
  });
});
