import { request } from '../../bridge';
import { isDirty, useEditor, type Session } from './editor-store';

/** How long after the last keystroke the forms are written down. */
const pauseMs = 400;
/** The shape of what is kept; another number is from another version and left alone. */
const version = 1;

interface Kept {
  readonly version: number;
  readonly filing: Session | null;
  readonly revising: Session | null;
}

/** A session as it can be kept: the file that it was read from stays with the window. */
function keepable(session: Session | null): Session | null {
  if (session === null) return null;
  const { origin } = session;
  if (origin.kind === 'intake') return { ...session, origin: { ...origin, file: null } };
  return isDirty(session) ? session : null;
}

/** Writes down what is typed, a moment after it was. Returns the function that stops it. */
export function keepForms(): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const write = (): void => {
    const { filing, revising } = useEditor.getState();
    const kept: Kept = { version, filing: keepable(filing), revising: keepable(revising) };
    const isEmpty = kept.filing === null && kept.revising === null;
    // What can't be written down must not disturb typing; the next keystroke tries again.
    request('form:keep', { text: isEmpty ? null : JSON.stringify(kept) }).catch(() => undefined);
  };
  const stop = useEditor.subscribe((now, before) => {
    if (now.filing === before.filing && now.revising === before.revising) return;
    clearTimeout(timer);
    timer = setTimeout(write, pauseMs);
  });
  return () => {
    clearTimeout(timer);
    stop();
  };
}

/** Puts back what was being typed when the program ended; it waits in the sidebar. */
export async function recoverForms(): Promise<void> {
  const { text } = await request('form:kept', null);
  if (text === null) return;
  const { filing, revising } = useEditor.getState();
  if (filing !== null || revising !== null) return;
  const kept = JSON.parse(text) as Kept;
  if (kept.version !== version) return;
  useEditor.setState({ filing: kept.filing, revising: kept.revising });
}
