import {
  useEffect,
  useEffectEvent,
  useLayoutEffect,
  useRef,
  useState,
  type RefObject,
} from 'react';
import type { RowPlaces } from './row-places';

/** What is drawn above and below what is seen; CSS pixels. */
const overscan = 420;

interface Range {
  readonly first: number;
  readonly last: number;
  /** The first one in sight. */
  readonly firstSeen: number;
}

/**
 * What the names of elements are counted from. It moves along when other releases come in sight all
 * at once, so that they are drawn in the elements of those that were there.
 */
interface Origin {
  readonly row: number;
  readonly section: number;
}

interface Scrolled extends Range {
  readonly origin: Origin;
}

function rangeAt(places: RowPlaces, top: number, height: number): Range {
  if (places.shape.rows === 0) return { first: 0, last: -1, firstSeen: 0 };
  return {
    first: places.rowAt(top - overscan),
    last: places.lastAt(top + height + overscan),
    firstSeen: places.rowAt(top + places.shape.pinned),
  };
}

function movedOrigin(places: RowPlaces, origin: Origin, then: Range, now: Range): Origin {
  const [was, is] = [then, now].map(({ first, last }) => ({
    first: places.sectionOf(first),
    last: places.sectionOf(last),
  }));
  if (!was || !is) return origin;
  const isApart = (a: Pick<Range, 'first' | 'last'>, b: typeof a): boolean =>
    a.first > b.last || b.first > a.last;
  return {
    row: isApart(then, now) ? origin.row + now.first - then.first : origin.row,
    section: isApart(was, is) ? origin.section + is.first - was.first : origin.section,
  };
}

function lookOf({ shape }: RowPlaces): string {
  return `${shape.height} × ${shape.columns}`;
}

interface Scroller {
  readonly onScroll: () => void;
  readonly toTop: () => (() => void) | undefined;
  readonly keepInSight: (index: number) => void;
}

/** The releases that are drawn; they change by lines, not with every pixel. */
export function useScrolled(
  box: RefObject<HTMLDivElement | null>,
  places: RowPlaces,
  activeIndex: number,
): Scrolled & Scroller {
  const [scrolled, setScrolled] = useState({ top: 0, height: 900, origin: { row: 0, section: 0 } });
  const seen = useRef({ first: 0, last: 0, look: lookOf(places) });
  /** As last told. To ask the element for it means to lay out all that has just been drawn. */
  const told = useRef({ top: 0, height: 0 });

  const measure = (): void => {
    const element = box.current;
    if (!element) return;
    const { scrollTop: top, clientHeight: height } = element;
    told.current = { top, height };
    seen.current = {
      first: places.rowAt(top),
      last: places.lastAt(top + height),
      look: lookOf(places),
    };
    setScrolled((before) => {
      const now = rangeAt(places, top, height);
      const then = rangeAt(places, before.top, before.height);
      const isSame =
        now.first === then.first && now.last === then.last && now.firstSeen === then.firstSeen;
      return isSame
        ? before
        : { top, height, origin: movedOrigin(places, before.origin, then, now) };
    });
  };

  const scrollTo = (top: number): void => {
    const element = box.current;
    if (!element) return;
    element.scrollTo({ top });
    told.current = { ...told.current, top: element.scrollTop };
  };

  const toTop = (): (() => void) | undefined => {
    if (told.current.top > 0) {
      scrollTo(0);
      return undefined;
    }
    // Unless it was scrolled just now, before anybody could tell.
    const frame = requestAnimationFrame(() => {
      scrollTo(0);
    });
    return () => {
      cancelAnimationFrame(frame);
    };
  };

  const keepInSight = (index: number): void => {
    const { top, height } = told.current;
    if (height > 0 && places.scrollTo(index, top, height) === null) return;
    const element = box.current;
    const wanted = element && places.scrollTo(index, element.scrollTop, element.clientHeight);
    if (wanted !== null) scrollTo(wanted);
  };

  // Another look of the list begins where the one before stood, with the same release in sight.
  const stay = useEffectEvent((): void => {
    const element = box.current;
    const { first, last, look } = seen.current;
    if (!element || look === lookOf(places) || first >= places.shape.rows) return;
    seen.current = { first, last, look: lookOf(places) };
    scrollTo(first === 0 ? 0 : places.topOf(first) - places.shape.pinned);
    if (activeIndex < first || activeIndex > last) return;
    const top = places.scrollTo(activeIndex, element.scrollTop, element.clientHeight);
    if (top !== null) scrollTo(top);
  });

  useLayoutEffect(() => {
    stay();
  }, [places]);

  const onResize = useEffectEvent(measure);
  useEffect(() => observed(box, onResize), [box]);

  return {
    ...rangeAt(places, scrolled.top, scrolled.height),
    origin: scrolled.origin,
    onScroll: measure,
    toTop,
    keepInSight,
  };
}

/** CSS pixels. */
interface Size {
  readonly width: number;
  readonly height: number;
}

/** The room inside the scroll bar; none until the list is laid out. */
export function useInnerSize(box: RefObject<HTMLDivElement | null>): Size {
  const [size, setSize] = useState<Size>({ width: 0, height: 0 });
  useEffect(
    () =>
      observed(box, () => {
        const { clientWidth: width = 0, clientHeight: height = 0 } = box.current ?? {};
        setSize({ width, height });
      }),
    [box],
  );
  return size;
}

/** Tells at once and whenever the size changes. */
function observed(
  box: RefObject<HTMLDivElement | null>,
  tell: () => void,
): (() => void) | undefined {
  const element = box.current;
  if (!element) return undefined;
  const observer = new ResizeObserver(tell);
  observer.observe(element);
  return () => {
    observer.disconnect();
  };
}
