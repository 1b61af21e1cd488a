import { create } from 'zustand';
import { openWhenAnswered } from './results/follow-answer';
import { useWorkspace, type WorkspaceState } from './workspace';

/** What a step back leads to: what was listed, and what was read in it. */
type Station = Pick<
  WorkspaceState,
  | 'view'
  | 'text'
  | 'isTyped'
  | 'place'
  | 'year'
  | 'partnerIds'
  | 'tags'
  | 'sortWithText'
  | 'sortWithoutText'
  | 'openId'
>;

interface NavigationState {
  /** The oldest first. */
  readonly back: readonly Station[];
  /** The next first. */
  readonly forward: readonly Station[];
}

const mostStations = 100;

export const useNavigation = create<NavigationState>(() => ({ back: [], forward: [] }));

let isStepping = false;

function stationOf(state: WorkspaceState): Station {
  const { view, text, isTyped, place, year, partnerIds, tags, openId } = state;
  const { sortWithText, sortWithoutText } = state;
  return {
    view,
    text,
    isTyped,
    place,
    year,
    partnerIds,
    tags,
    sortWithText,
    sortWithoutText,
    openId,
  };
}

function isSamePlace(a: Station, b: Station): boolean {
  const viewOf = ({ view }: Station): string => (view.kind === 'pack' ? view.packId : view.kind);
  return (
    viewOf(a) === viewOf(b) &&
    a.text === b.text &&
    a.place === b.place &&
    a.year === b.year &&
    a.partnerIds.join() === b.partnerIds.join() &&
    a.tags.join('\n') === b.tags.join('\n')
  );
}

/** Every letter of a word that is typed is not a place of its own. */
function isSameTyping(now: Station, before: Station): boolean {
  return now.isTyped && before.isTyped && before.text !== '' && now.text !== '';
}

/** Notes where the person goes. Returns the function that stops it. */
export function followNavigation(): () => void {
  return useWorkspace.subscribe((state, before) => {
    const [now, left] = [stationOf(state), stationOf(before)];
    if (isStepping || isSamePlace(now, left) || isSameTyping(now, left)) return;
    useNavigation.setState(({ back }) => ({
      back: [...back, left].slice(-mostStations),
      forward: [],
    }));
  });
}

export function forgetNavigation(): void {
  useNavigation.setState({ back: [], forward: [] });
}

function arrive(station: Station): void {
  isStepping = true;
  openWhenAnswered(station.openId);
  useWorkspace.setState({
    ...station,
    isTyped: false,
    selectedIds: new Set(station.openId === null ? [] : [station.openId]),
    anchorId: station.openId,
  });
  isStepping = false;
}

export function goBack(): void {
  const { back, forward } = useNavigation.getState();
  const station = back.at(-1);
  if (!station) return;
  const here = stationOf(useWorkspace.getState());
  useNavigation.setState({ back: back.slice(0, -1), forward: [here, ...forward] });
  arrive(station);
}

export function goForward(): void {
  const { back, forward } = useNavigation.getState();
  const [station, ...rest] = forward;
  if (!station) return;
  const here = stationOf(useWorkspace.getState());
  useNavigation.setState({ back: [...back, here], forward: rest });
  arrive(station);
}
