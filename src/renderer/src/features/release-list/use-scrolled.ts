import {
  useEffect,
  useEffectEvent,
  useLayoutEffect,
  useRef,
  useState,
  type RefObject,
} from 'react';
import { ListScroll } from './list-scroll';
import type { RowPlaces } from './row-places';

function lookOf({ shape }: RowPlaces): string {
  return `${shape.height} × ${shape.columns}`;
}

interface Scroller {
  /** Drawing follows it; nothing else of the list is drawn anew when it is scrolled. */
  readonly scroll: ListScroll;
  readonly toTop: () => (() => void) | undefined;
  readonly keepInSight: (index: number) => void;
}

/** Keeps the list where it should stand, and what is drawn where it stands. */
export function useScrolled(
  box: RefObject<HTMLDivElement | null>,
  places: RowPlaces,
  activeIndex: number,
): Scroller {
  const [scroll] = useState(() => new ListScroll(places));
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
    scroll.tell(top, height);
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
    scroll.moveTo(places);
    stay();
  }, [scroll, places]);

  const onMoved = useEffectEvent(measure);
  useEffect(() => {
    const element = box.current;
    const onScroll = (): void => {
      onMoved();
    };
    // By itself: whoever scrolls shouldn't wait for what React does with each event.
    element?.addEventListener('scroll', onScroll, { passive: true });
    const stop = observed(box, onScroll);
    return () => {
      element?.removeEventListener('scroll', onScroll);
      stop?.();
    };
  }, [box]);

  return { scroll, toTop, keepInSight };
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
