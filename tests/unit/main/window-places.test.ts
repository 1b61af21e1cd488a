import { describe, expect, it } from 'vitest';
import { placeFor } from '../../../src/main/window-places';

const screen = { x: 0, y: 0, width: 1920, height: 1040 };
const place = { x: 100, y: 80, width: 1440, height: 900, maximized: false };

describe('the place of a window', () => {
  it('is where the last one in its turn was', () => {
    expect(placeFor(place, null, [screen])).toEqual(place);
  });

  it('is left to the system where the screen is gone', () => {
    const gone = { ...place, x: 4_000, maximized: true };
    expect(placeFor(gone, null, [screen])).toEqual({ width: 1440, height: 900, maximized: true });
  });

  it('is a little beside the window in front where none was', () => {
    expect(placeFor(undefined, place, [screen])).toEqual({ ...place, x: 128, y: 108 });
  });

  it("begins again at the screen's corner where it would hang out", () => {
    const second = { x: 1920, y: 0, width: 1600, height: 1000 };
    const front = { x: 2060, y: 80, width: 1440, height: 900 };
    expect(placeFor(undefined, front, [screen, second])).toMatchObject({ x: 1920, y: 0 });
  });

  it('is of the usual size where nothing is known', () => {
    expect(placeFor(undefined, null, [screen])).toEqual({
      width: 1440,
      height: 900,
      maximized: false,
    });
  });
});
