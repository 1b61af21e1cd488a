import { EventEmitter } from 'node:events';
import type { Display, Point, Rectangle } from 'electron';
import { namingWhatIsMissing } from '../not-implemented';

const BOUNDS: Rectangle = { x: 0, y: 0, width: 1920, height: 1080 };

/** One display of an ordinary size: what headless Chromium renders to has no real one. */
const DISPLAY = namingWhatIsMissing('Display', {
  id: 1,
  label: 'Stand-in display',
  bounds: BOUNDS,
  size: { width: BOUNDS.width, height: BOUNDS.height },
  workArea: BOUNDS,
  workAreaSize: { width: BOUNDS.width, height: BOUNDS.height },
  scaleFactor: 1,
  rotation: 0,
  internal: false,
  colorDepth: 24,
} satisfies Partial<Display>);

class StandInScreen extends EventEmitter {
  getPrimaryDisplay(): typeof DISPLAY {
    return DISPLAY;
  }

  getAllDisplays(): (typeof DISPLAY)[] {
    return [DISPLAY];
  }

  getDisplayMatching(_bounds: Rectangle): typeof DISPLAY {
    return DISPLAY;
  }

  getDisplayNearestPoint(_point: Point): typeof DISPLAY {
    return DISPLAY;
  }

  getCursorScreenPoint(): Point {
    return { x: 0, y: 0 };
  }
}

export const screen = namingWhatIsMissing('screen', new StandInScreen());
