import { EventEmitter } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import type { Protocol } from 'playwright-core/types/protocol';

type Commands = Protocol.CommandParameters;
type Results = Protocol.CommandReturnValues;
type Events = Protocol.Events;

interface Answer {
  readonly id?: number;
  readonly method?: string;
  readonly params?: unknown;
  readonly sessionId?: string;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

interface Waiting {
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: Error) => void;
  readonly method: string;
}

/** One conversation with the browser, or with one of its pages. */
export class DevToolsSession {
  private readonly emitter = new EventEmitter();

  constructor(
    private readonly connection: DevToolsConnection,
    private readonly id: string | undefined,
  ) {}

  send<M extends keyof Commands & keyof Results>(
    method: M,
    parameters?: Commands[M],
  ): Promise<Results[M]> {
    return this.connection.send(method, parameters ?? {}, this.id) as Promise<Results[M]>;
  }

  on<E extends keyof Events>(event: E, listener: (parameters: Events[E]) => void): void {
    this.emitter.on(event, listener);
  }

  /** Delivers an event that came over the connection to whoever listens. */
  deliver(event: string, parameters: unknown): void {
    this.emitter.emit(event, parameters);
  }
}

/**
 * Speaks the DevTools protocol over Chromium's pipe. A pipe, not the WebSocket that Playwright
 * uses: it needs no library, it takes messages of any size, and Chromium ends itself when the pipe
 * closes, so that it never outlives this process however that one dies.
 */
export class DevToolsConnection {
  readonly browser = new DevToolsSession(this, undefined);
  private readonly sessions = new Map<string, DevToolsSession>();
  private readonly waiting = new Map<number, Waiting>();
  private lastId = 0;
  private closed = false;
  private pieces: Buffer[] = [];

  constructor(
    private readonly output: Writable,
    input: Readable,
  ) {
    input.on('data', (data: Buffer) => this.receive(data));
    input.on('close', () => this.close());
    input.on('error', () => this.close());
    output.on('error', () => this.close());
  }

  session(id: string): DevToolsSession {
    const known = this.sessions.get(id);
    if (known !== undefined) return known;
    const session = new DevToolsSession(this, id);
    this.sessions.set(id, session);
    return session;
  }

  send(method: string, params: unknown, sessionId: string | undefined): Promise<unknown> {
    if (this.closed) return Promise.reject(new Error(`${method}: the browser is gone`));
    this.lastId += 1;
    const id = this.lastId;
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject, method });
      this.output.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    });
  }

  private receive(data: Buffer): void {
    let start = 0;
    for (let end = data.indexOf(0); end !== -1; end = data.indexOf(0, start)) {
      this.pieces.push(data.subarray(start, end));
      const text = Buffer.concat(this.pieces).toString('utf8');
      this.pieces = [];
      start = end + 1;
      this.dispatch(JSON.parse(text) as Answer);
    }
    if (start < data.length) this.pieces.push(data.subarray(start));
  }

  private dispatch(answer: Answer): void {
    if (answer.id === undefined) {
      const session =
        answer.sessionId === undefined ? this.browser : this.sessions.get(answer.sessionId);
      session?.deliver(answer.method ?? '', answer.params);
      return;
    }
    const waiting = this.waiting.get(answer.id);
    this.waiting.delete(answer.id);
    if (waiting === undefined) return;
    if (answer.error === undefined) waiting.resolve(answer.result);
    else waiting.reject(new Error(`${waiting.method}: ${answer.error.message}`));
  }

  private close(): void {
    this.closed = true;
    for (const { method, reject } of this.waiting.values()) {
      reject(new Error(`${method}: the browser is gone`));
    }
    this.waiting.clear();
  }
}
