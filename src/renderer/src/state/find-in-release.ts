import { create } from 'zustand';

interface FindInRelease {
  /** Whether the field for it is shown. */
  readonly isOpen: boolean;
  readonly text: string;
  /** Counts the times it was called for: the field takes the focus anew. */
  readonly called: number;
  /** How many places are marked, for this text or else for the search. */
  readonly total: number;
  /** The one in sight, from 0; null before the first step. */
  readonly current: number | null;
  /** Counts the times it was marked anew: the same number may now be another place. */
  readonly version: number;
  /** Counts the times that a long text had come to its end. */
  readonly grown: number;
}

const initial: FindInRelease = {
  isOpen: false,
  text: '',
  called: 0,
  total: 0,
  current: null,
  version: 0,
  grown: 0,
};

export const useFindInRelease = create<FindInRelease>(() => initial);

export function openFindInRelease(): void {
  useFindInRelease.setState(({ called }) => ({ isOpen: true, called: called + 1 }));
}

export function closeFindInRelease(): void {
  useFindInRelease.setState({ isOpen: false, text: '' });
}

export function setMarks(total: number, current: number | null): void {
  useFindInRelease.setState(({ version }) => ({ total, current, version: version + 1 }));
}

/** All of a long text is there, and can be looked through. */
export function articleGrew(): void {
  useFindInRelease.setState(({ grown }) => ({ grown: grown + 1 }));
}

/** To the next mark, or the one before; after the last comes the first. */
export function stepMark(by: 1 | -1): void {
  useFindInRelease.setState(({ total, current }) => {
    if (total === 0) return {};
    if (current === null) return { current: by === 1 ? 0 : total - 1 };
    return { current: (current + by + total) % total };
  });
}
