import { listen, request } from '../../bridge';
import type { ParsedRelease } from '../../../../shared/parsed-release';
import { isDirty, useEditor, type Session } from './editor-store';
import { emptyForm } from './form';

/** How long after the last keystroke the forms are written down. */
const pauseMs = 400;
/** The shape of what is kept; another number is from another version and left alone. */
const version = 1;

interface Kept {
  readonly version: number;
  readonly filing: Session | null;
  readonly revising: Session | null;
}

/*
 * Forms are kept for the archive that is open. Between the moment when one closes and the one when
 * the forms of the next are put back, the empty editor belongs to neither and must not be written.
 */
let isPaused = true;
/** The archive whose forms are in the editor. */
let folder: string | null = null;
/** Counts archives: an answer for the one before must not be put into the next. */
let generation = 0;
let timer: ReturnType<typeof setTimeout> | undefined;

/** A session as it can be kept: the file that it was read from stays with the window. */
function keepable(session: Session | null): Session | null {
  if (session === null) return null;
  const { origin } = session;
  if (origin.kind === 'intake') return { ...session, origin: { ...origin, file: null } };
  return isDirty(session) ? session : null;
}

async function write(): Promise<void> {
  timer = undefined;
  if (folder === null) return;
  const { filing, revising } = useEditor.getState();
  const kept: Kept = { version, filing: keepable(filing), revising: keepable(revising) };
  const isEmpty = kept.filing === null && kept.revising === null;
  // What can't be written down must not disturb typing; the next keystroke tries again.
  await request('form:keep', { folder, text: isEmpty ? null : JSON.stringify(kept) }).catch(
    () => undefined,
  );
}

function writeSoon(): void {
  clearTimeout(timer);
  timer = setTimeout(() => void write(), pauseMs);
}

function hasEnded(before: Session | null, now: Session | null): boolean {
  return before !== null && now === null;
}

/** Writes down what is typed, a moment after it was. Returns the function that stops it. */
export function keepForms(): () => void {
  const stop = useEditor.subscribe((now, before) => {
    if (isPaused || (now.filing === before.filing && now.revising === before.revising)) return;
    if (hasEnded(before.filing, now.filing) || hasEnded(before.revising, now.revising)) {
      // What was filed or thrown away must not wait as unfinished, however soon the window closes.
      clearTimeout(timer);
      void write().then(recoverWaiting);
    } else {
      writeSoon();
    }
  });
  // Who closes the window right after typing finds it all again.
  const leave = (): void => void writeForms();
  window.addEventListener('beforeunload', leave);
  // A window is gone: its form goes on in this one, unless something is being filled in here.
  const stopWaiting = listen('form:waiting', () => {
    void recoverWaiting();
  });
  return () => {
    stopWaiting();
    window.removeEventListener('beforeunload', leave);
    clearTimeout(timer);
    timer = undefined;
    stop();
  };
}

/** Writes at once what was still to be written: the archive is about to be closed. */
export async function writeForms(): Promise<void> {
  if (timer === undefined) return;
  clearTimeout(timer);
  await write();
}

/** Another archive is open, or none: nothing is written until its forms have been put back. */
export function pauseKeeping(): void {
  clearTimeout(timer);
  timer = undefined;
  isPaused = true;
  folder = null;
  generation += 1;
}

/** Whether the editor holds something that is kept. */
export function holdsUnfinished(): boolean {
  const { filing, revising } = useEditor.getState();
  return keepable(filing) !== null || keepable(revising) !== null;
}

/** Puts back what was being typed when the archive was closed; it waits in the sidebar. */
export async function recoverForms(ofFolder: string): Promise<void> {
  const mine = generation;
  folder = ofFolder;
  // What is begun meanwhile is written down afterwards: it must not take the place of what comes.
  isPaused = true;
  try {
    let outcome: Outcome;
    do {
      const { text } = await request('form:kept', null);
      if (text === null || mine !== generation) return;
      outcome = putBack(text);
      if (outcome === 'shown') return;
      await request('form:give-back', { folder: ofFolder, text, again: outcome === 'busy' });
    } while (outcome === 'unreadable' && mine === generation);
  } finally {
    if (mine === generation) {
      isPaused = false;
      if (holdsUnfinished()) writeSoon();
    }
  }
}

/** A form that waits goes on in this window, unless something is being filled in here. */
async function recoverWaiting(): Promise<void> {
  const { filing, revising } = useEditor.getState();
  if (folder === null || isPaused || filing !== null || revising !== null) return;
  await recoverForms(folder).catch(() => undefined);
}

type Outcome = 'shown' | 'busy' | 'unreadable';

function putBack(text: string): Outcome {
  const { filing, revising } = useEditor.getState();
  if (filing !== null || revising !== null) return 'busy';
  const kept = JSON.parse(text) as Kept;
  if (kept.version !== version) return 'unreadable';
  useEditor.setState({ filing: completed(kept.filing), revising: completed(kept.revising) });
  return 'shown';
}

/** With the fields that there weren't yet when it was kept. */
function completed(session: Session | null): Session | null {
  if (session === null) return null;
  const { form, pristine, origin } = session;
  return {
    ...session,
    form: { ...emptyForm, ...form },
    pristine: { ...emptyForm, ...pristine },
    origin:
      origin.kind === 'intake'
        ? {
            ...origin,
            intake: { ...origin.intake, parsed: { ...unparsed, ...origin.intake.parsed } },
          }
        : origin,
  };
}

/** What the parser didn't look for yet. */
const unparsed: Pick<ParsedRelease, 'embargo'> = { embargo: null };
