import type { RowPlaces } from './row-places';

/** What is drawn above and below what is seen; CSS pixels. */
const overscan = 240;
/** Milliseconds after the last jump in which the rows around those in sight are drawn, too. */
const restMs = 90;

/** The first and the last release. */
export interface RowRange {
  readonly first: number;
  readonly last: number;
}

/**
 * What the names of elements are counted from. It moves along when other releases come in sight all
 * at once, so that they are drawn in the elements of those that were there.
 */
export interface Origin {
  readonly row: number;
  readonly section: number;
}

/** Where the list stood when what is drawn changed last; CSS pixels. */
export interface Stand {
  readonly top: number;
  readonly height: number;
  /** It jumps from screen to screen: what is in sight is drawn, and nothing around it. */
  readonly isPassing: boolean;
  readonly origin: Origin;
}

const beginning: Stand = {
  top: 0,
  height: 900,
  isPassing: false,
  origin: { row: 0, section: 0 },
};

/**
 * The releases that are drawn at a stand. Both ends move on with the same pixel, so that scrolling by
 * a line draws once, not twice.
 */
export function rangeAt(places: RowPlaces, { top, height, isPassing }: Stand): RowRange {
  if (places.shape.rows === 0) return { first: 0, last: -1 };
  const margin = isPassing ? 0 : overscan;
  const first = places.rowAt(top - margin);
  const room = height + 2 * margin + places.shape.height;
  return { first, last: places.lastAt(Math.max(0, places.topOf(first)) + room) };
}

function isApart(a: RowRange, b: RowRange): boolean {
  return a.first > b.last || b.first > a.last;
}

function movedOrigin(places: RowPlaces, origin: Origin, then: RowRange, now: RowRange): Origin {
  const sections = ({ first, last }: RowRange): RowRange => ({
    first: places.sectionOf(first),
    last: places.sectionOf(last),
  });
  const [was, is] = [sections(then), sections(now)];
  return {
    row: isApart(then, now) ? origin.row + now.first - then.first : origin.row,
    section: isApart(was, is) ? origin.section + is.first - was.first : origin.section,
  };
}

/**
 * Follows a list that is scrolled, and tells when other releases are to be drawn. Who drags the scroll
 * bar jumps from screen to screen: then only what is in sight is drawn, until it stands still.
 */
export class ListScroll {
  #places: RowPlaces;
  #stand = beginning;
  #firstSeen = 0;
  readonly #listeners = new Set<() => void>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(places: RowPlaces) {
    this.#places = places;
  }

  readonly follow = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size === 0) clearTimeout(this.#timer);
    };
  };

  readonly stand = (): Stand => this.#stand;

  /** The first release in sight below what is pinned there. */
  readonly firstSeen = (): number => this.#firstSeen;

  /** Rows lie elsewhere now. */
  moveTo(places: RowPlaces): void {
    this.#places = places;
    this.#see(this.#stand.top);
  }

  /** The list stands here now; CSS pixels. */
  tell(top: number, height: number): void {
    const places = this.#places;
    const stand = this.#stand;
    const then = rangeAt(places, stand);
    const seen = { first: places.rowAt(top), last: places.lastAt(top + height) };
    const isJump = height === stand.height && isApart(then, seen);
    if (isJump) this.#settleSoon();
    const next = { ...stand, top, height, isPassing: isJump || stand.isPassing };
    const now = rangeAt(places, next);
    const isSame = now.first === then.first && now.last === then.last;
    if (!isSame || height !== stand.height) {
      this.#stand = { ...next, origin: movedOrigin(places, stand.origin, then, now) };
    }
    this.#see(top);
  }

  #see(top: number): void {
    this.#firstSeen = this.#places.rowAt(top + this.#places.shape.pinned);
    for (const listener of this.#listeners) listener();
  }

  #settleSoon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#stand = { ...this.#stand, isPassing: false };
      for (const listener of this.#listeners) listener();
    }, restMs);
  }
}
