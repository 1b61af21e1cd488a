import type { Answer, RequestArgument, Settings } from '../shared/ipc-contract';
import type { PackId } from '../shared/press-pack';
import type { Reply } from '../shared/reply';

type Collected = Reply<Answer<'pack:collect'>>;

interface CollectingContext {
  readonly settings: Pick<Settings, 'trayPackIds'>;
  readonly ask: (
    question: RequestArgument<'pack:collect'> & { readonly trays: readonly PackId[] },
  ) => Promise<Collected>;
  /** Resolves when the next question would be asked with it. */
  readonly remember: (trayPackIds: readonly PackId[]) => Promise<void>;
}

/** Trays that the settings remember, of all archives. */
const mostRemembered = 100;

/**
 * Collects one after the other: of two windows that begin a tray at the same moment the second one finds
 * the first one's. `context` is read anew each time.
 */
export function collecting(
  context: () => CollectingContext,
): (what: RequestArgument<'pack:collect'>) => Promise<Collected> {
  let last: Promise<unknown> = Promise.resolve();
  const collect = async (what: RequestArgument<'pack:collect'>): Promise<Collected> => {
    const { settings, ask, remember } = context();
    const reply = await ask({ ...what, trays: settings.trayPackIds });
    if (!reply.ok) return reply;
    const { id } = reply.value.pack;
    if (!settings.trayPackIds.includes(id)) {
      await remember([id, ...settings.trayPackIds].slice(0, mostRemembered));
    }
    return reply;
  };
  return (what) => {
    const next = last.then(
      () => collect(what),
      () => collect(what),
    );
    last = next;
    return next;
  };
}
