import { randomUUID } from 'node:crypto';
import type { DevToolsSession } from '../browser/devtools-connection';
import { createMessageCodec, nodeBase64 } from '../message-codec';
import type { FromPage, ToPage } from './messages';

export const BINDING = `electronStandIn_${randomUUID().replaceAll('-', '')}`;
export const RECEIVER = `electronStandInReceive_${randomUUID().replaceAll('-', '')}`;

/** Far below what the protocol takes in one message, and few enough of them for large photos. */
export const CHUNK_LENGTH = 8 * 1024 * 1024;

/** Carries messages between the main process and the document that a window shows now. */
export class PageChannel {
  private readonly codec = createMessageCodec(nodeBase64);
  private readonly pieces = new Map<number, string[]>();
  private context: number | undefined;

  constructor(
    private readonly page: DevToolsSession,
    private readonly hear: (message: FromPage) => void,
  ) {}

  async start(): Promise<void> {
    this.page.on('Runtime.bindingCalled', ({ name, payload, executionContextId }) => {
      if (name === BINDING) this.receive(payload, executionContextId);
    });
    this.page.on('Runtime.executionContextDestroyed', ({ executionContextId }) => {
      if (executionContextId === this.context) this.context = undefined;
      this.pieces.delete(executionContextId);
    });
    this.page.on('Runtime.executionContextsCleared', () => {
      this.context = undefined;
      this.pieces.clear();
    });
    await Promise.all([
      this.page.send('Runtime.enable'),
      this.page.send('Runtime.addBinding', { name: BINDING }),
    ]);
  }

  /** Encodes at once, so that the page gets the values as they are now. */
  tell(message: ToPage): void {
    const text = this.codec.encode(message);
    const { context } = this;
    // As in Electron: what is said to a window without a document is lost.
    if (context === undefined) return;
    for (let start = 0; start < text.length; start += CHUNK_LENGTH) {
      const isLast = start + CHUNK_LENGTH >= text.length;
      const piece = (isLast ? '.' : '+') + text.slice(start, start + CHUNK_LENGTH);
      this.page
        .send('Runtime.callFunctionOn', {
          executionContextId: context,
          functionDeclaration: `function (piece) { globalThis.${RECEIVER}(piece); }`,
          arguments: [{ value: piece }],
          silent: true,
        })
        .catch(() => undefined);
    }
  }

  /** The paths of files that the page holds, empty for those that are not from a disk. */
  async pathsOfFiles(request: number, count: number): Promise<string[]> {
    const { context } = this;
    const paths: string[] = [];
    for (let index = 0; index < count && context !== undefined; index += 1) {
      const { result } = await this.page.send('Runtime.evaluate', {
        contextId: context,
        expression: `globalThis.${RECEIVER}Files(${request}, ${index})`,
      });
      const { objectId } = result;
      if (objectId === undefined) paths.push('');
      else paths.push(await this.pathOfFile(objectId));
    }
    return paths;
  }

  private async pathOfFile(objectId: string): Promise<string> {
    try {
      return (await this.page.send('DOM.getFileInfo', { objectId })).path;
    } catch {
      return '';
    }
  }

  private receive(piece: string, context: number): void {
    const pieces = this.pieces.get(context) ?? [];
    pieces.push(piece.slice(1));
    if (piece.startsWith('+')) {
      this.pieces.set(context, pieces);
      return;
    }
    this.pieces.delete(context);
    const message = this.codec.decode(pieces.join('')) as FromPage;
    if (message[0] === 'hello') this.context = context;
    this.hear(message);
  }
}
