import type { WindowBounds } from './settings-file';

interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** How far a new window lies below and right of the one that it came from, pixels. */
const offset = 28;

const usual: WindowBounds = { width: 1440, height: 900, maximized: false };

/**
 * Where a window opens: where one was last in its turn, else a little beside the window in front.
 * One that was on a screen that is gone opens where the system puts it. Pixels, `screens` without
 * docks and task bars.
 */
export function placeFor(
  remembered: WindowBounds | undefined,
  front: Area | null,
  screens: readonly Area[],
): WindowBounds {
  if (remembered !== undefined) return onScreen(remembered, screens);
  if (front === null) return usual;
  const { width, height } = front;
  const moved = { x: front.x + offset, y: front.y + offset, width, height };
  const screen = screens.find((area) => overlap(front, area));
  const fits =
    screen !== undefined &&
    moved.x + width <= screen.x + screen.width &&
    moved.y + height <= screen.y + screen.height;
  // At the edge the cascade begins again at the screen's corner, unless the window fills the screen.
  const corner = screen === undefined ? {} : { x: screen.x, y: screen.y };
  return { ...moved, ...(fits ? {} : corner), maximized: false };
}

function onScreen(bounds: WindowBounds, screens: readonly Area[]): WindowBounds {
  const { x, y, width, height, maximized } = bounds;
  if (x === undefined || y === undefined) return bounds;
  const isVisible = screens.some((area) => overlap({ x, y, width, height }, area));
  return isVisible ? bounds : { width, height, maximized };
}

function overlap(one: Area, other: Area): boolean {
  return (
    one.x < other.x + other.width &&
    one.y < other.y + other.height &&
    one.x + one.width > other.x &&
    one.y + one.height > other.y
  );
}
