import type { Facets } from '../../../../shared/search';
import { afterKeysRest } from '../settled-answer';
import { sortOf, useWorkspace, type WorkspaceState } from '../workspace';
import { answerFor, currentAsking, facetsOfAnswer, nextAsking } from './answers';
import { openAnswer, settle } from './follow-answer';
import { pagesFrom, runsOf } from './result-pages';
import { nothing, summaryOf, useResults } from './result-state';
import { forgetPending, pagesAtTop, pagesNowInSight } from './rows-in-sight';

/** Counts those that were asked anew, not those that are asked again since something changed. */
let questions = 0;
/** The number of the last question that was answered. */
let answered = 0;

/** Asks anew. Answers to older questions are dropped when they come. */
async function search(isAskedAnew: boolean): Promise<void> {
  const mine = nextAsking();
  if (isAskedAnew) questions += 1;
  // What changes while a question is on its way has it asked once more: to the list its answer is new.
  const isNewQuestion = isAskedAnew || answered !== questions;
  const myQuestion = questions;
  const { text, isTyped } = useWorkspace.getState();
  const isSearch = text.trim() !== '';
  forgetPending();
  const runs = runsOf(isNewQuestion ? pagesAtTop() : [0, ...pagesNowInSight()]);
  try {
    // To count takes as long as to find: whoever types gets the counts when the keys rest.
    const countsLater = isNewQuestion && isTyped;
    const answers = await Promise.all(
      runs.map((run) => answerFor(run, mine, run.first === 0 && !countsLater)),
    );
    if (mine !== currentAsking()) return;
    answered = myQuestion;
    const pages = new Map(runs.flatMap((run, at) => pagesFrom(run, answers[at]?.hits ?? [])));
    useResults.setState(({ question }) => ({
      pages,
      ...summaryOf(answers[0]),
      error: null,
      text,
      isSearch,
      question: isNewQuestion ? question + 1 : question,
    }));
    const facets = answers[0]?.facets ?? null;
    if (!isNewQuestion) {
      settle(isTyped, facets);
      return;
    }
    const openedBefore = useWorkspace.getState().openId;
    const follow = (counted: Facets | null): void => {
      if (myQuestion !== questions) return;
      settle(isTyped, counted);
      // Unless the person opened another one meanwhile.
      if (useWorkspace.getState().openId === openedBefore) openAnswer();
    };
    if (countsLater) {
      afterKeysRest(() => void facetsOfAnswer(mine).then(follow));
    } else {
      follow(facets);
    }
  } catch (error) {
    if (mine === currentAsking()) useResults.setState({ error });
  }
}

export function reloadResults(): void {
  void search(false);
}

/** The same words in another ranking: a new answer from its top. */
export function searchAgain(): void {
  void search(true);
}

function asksOtherwise(now: WorkspaceState, before: WorkspaceState): boolean {
  return (
    now.place !== before.place ||
    now.year !== before.year ||
    now.partnerIds !== before.partnerIds ||
    now.tags !== before.tags ||
    sortOf(now) !== sortOf(before)
  );
}

/** Searches whenever the question changes. Returns the function that stops it. */
export function startSearching(): () => void {
  let isAsking = false;
  let asksAgain = false;
  /* The first keystroke is answered at once; those that come before the answer share the next one. */
  const ask = async (): Promise<void> => {
    asksAgain = isAsking;
    if (isAsking) return;
    isAsking = true;
    await search(true);
    isAsking = false;
    if (asksAgain) await ask();
  };
  void search(true);
  const unsubscribe = useWorkspace.subscribe((now, before) => {
    if (now.text !== before.text) void ask();
    else if (asksOtherwise(now, before)) void search(true);
  });
  return () => {
    unsubscribe();
    nextAsking();
    questions += 1;
    useResults.setState({ pages: new Map(), ...nothing, total: null, error: null });
    settle(false, null);
  };
}
