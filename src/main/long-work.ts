import type { Channel, LongWork, WorkEnd, WorkProgress } from '../shared/ipc-contract';
import type { ImportSummary } from '../shared/importing';
import type { Failure, Reply } from '../shared/reply';

/** Work that took less is seen to its end. Milliseconds. */
const longMs = 4_000;

/** Requests of which one doesn't wait for the end. */
export const longWorkOf: Partial<Readonly<Record<Channel, LongWork>>> = {
  'archive:verify': 'verify',
  'pack:verify': 'verify',
  'backup:make': 'backup',
  'backup:rehearse': 'rehearsal',
  'backup:restore': 'restore',
};

type Ended = Omit<WorkEnd, 'work'>;

interface LongWorkListeners {
  /** 0 to 1 of what is under way; null: nothing is. */
  readonly onShare: (share: number | null) => void;
  readonly onBegan: (work: LongWork) => void;
  /** `isLong`: long enough that somebody may have turned to something else. */
  readonly onEnded: (end: WorkEnd, ms: number, isLong: boolean) => void;
}

interface Running {
  readonly work: WorkProgress['work'];
  readonly since: number;
  /** Whether a request brought it about; what the archive does by itself ends with its progress. */
  readonly isAsked: boolean;
  share: number;
}

/** Follows what takes long: how far it is, and when it ends. Without a window or a clock of its own. */
export class LongWorkWatch {
  readonly #listeners: LongWorkListeners;
  readonly #now: () => number;
  readonly #running = new Map<WorkProgress['work'], Running>();

  constructor(listeners: LongWorkListeners, now: () => number = () => performance.now()) {
    this.#listeners = listeners;
    this.#now = now;
  }

  hear({ work, done, total, finished }: WorkProgress): void {
    const running = this.#running.get(work);
    if (finished && running?.isAsked !== true) {
      this.#running.delete(work);
    } else if (!finished) {
      const next = running ?? { work, since: this.#now(), isAsked: false, share: 0 };
      next.share = total === 0 ? 0 : Math.min(1, done / total);
      this.#running.set(work, next);
    }
    this.#tellShare();
  }

  /** Follows a piece of work that somebody asked for to its end. */
  async follow<T>(
    work: LongWork,
    asked: Promise<Reply<T>>,
    endOf: (value: T) => Ended = () => ({ outcome: 'done', filed: null }),
  ): Promise<Reply<T>> {
    const since = this.#now();
    this.#running.set(work, { work, since, isAsked: true, share: 0 });
    this.#listeners.onBegan(work);
    try {
      const reply = await asked;
      const ms = Math.round(this.#now() - since);
      const end = reply.ok ? endOf(reply.value) : { outcome: outcomeOf(reply.error), filed: null };
      this.#listeners.onEnded({ work, ...end }, ms, ms >= longMs);
      return reply;
    } finally {
      this.#running.delete(work);
      this.#tellShare();
    }
  }

  /** A bar for several works shows the one that is least far. */
  #tellShare(): void {
    const shares = [...this.#running.values()].map(({ share }) => share);
    this.#listeners.onShare(shares.length === 0 ? null : Math.min(...shares));
  }
}

function outcomeOf({ code }: Failure): WorkEnd['outcome'] {
  return code === 'cancelled' ? 'cancelled' : 'failed';
}

/** An import that was stopped answers what it has filed, and isn't finished for that. */
export function importEnd(summary: ImportSummary | null): Ended {
  if (summary === null) return { outcome: 'done', filed: null };
  const outcomes = { done: 'done', cancelled: 'cancelled', stopped: 'failed' } as const;
  return { outcome: outcomes[summary.outcome], filed: summary.filed + summary.needsLook };
}
