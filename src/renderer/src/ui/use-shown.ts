import { useState } from 'react';

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
export function useShown<Point>(
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
