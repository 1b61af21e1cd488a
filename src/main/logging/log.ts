import type { Channel } from '../../shared/ipc-contract';
import type { FailureCode } from '../../shared/reply';
import type { Fault } from './fault';

/**
 * All that is ever written down. Each kind of line has its own few fields, none of which is free
 * text: no headline, name or path can get in, not even the folder's, which is often the institution's.
 */
export type LogEvent =
  | { readonly event: 'started'; readonly version: string; readonly platform: string }
  | { readonly event: 'ended' }
  | { readonly event: 'archive-opened'; readonly readOnly: string | null }
  | { readonly event: 'archive-closed' }
  | { readonly event: 'open-failed'; readonly code: FailureCode }
  | { readonly event: 'request-slow'; readonly channel: Channel; readonly ms: number }
  | {
      readonly event: 'request-failed';
      readonly channel: Channel;
      readonly code: FailureCode;
      readonly ms: number;
    }
  | { readonly event: 'work-began'; readonly work: string }
  | {
      readonly event: 'work-ended';
      readonly work: string;
      readonly outcome: string;
      readonly ms: number;
    }
  | { readonly event: 'fault'; readonly where: 'main' | 'worker'; readonly fault: Fault }
  | { readonly event: 'page-gone'; readonly reason: string; readonly exitCode: number }
  | { readonly event: 'page-error'; readonly source: string; readonly line: number }
  | { readonly event: 'page-hangs' };

interface Lines {
  append(line: string): void;
}

/** What happened, one JSON object a line. */
export class Log {
  readonly #lines: Lines;

  constructor(lines: Lines) {
    this.#lines = lines;
  }

  write(event: LogEvent): void {
    this.#lines.append(JSON.stringify({ at: new Date().toISOString(), ...event }));
  }
}
