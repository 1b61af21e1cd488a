import type { Failure } from '../../shared/reply';
import type {
  GivenFile,
  ReadingOptions,
  ReadRelease,
  ReadRemark,
  RecognisedFile,
} from './readers/reader';

/** To the reading thread. One file is read at a time. */
export type ToReadingThread =
  | ({ readonly kind: 'read'; readonly file: GivenFile } & Pick<
      ReadingOptions,
      'encoding' | 'context'
    >)
  | { readonly kind: 'next' }
  /** Nobody wants the rest of the file. */
  | { readonly kind: 'stop' }
  | { readonly kind: 'beside'; readonly number: number; readonly file: GivenFile | null };

export type ReadItemMessage =
  | ({ readonly kind: 'recognised' } & RecognisedFile)
  | { readonly kind: 'release'; readonly release: ReadRelease }
  | { readonly kind: 'file'; readonly file: GivenFile }
  | { readonly kind: 'remark'; readonly remark: ReadRemark }
  | { readonly kind: 'failed'; readonly name: string; readonly failure: Failure };

/** From the reading thread: 'item', 'end' and 'failure' are the answers to 'next'. */
export type FromReadingThread =
  | { readonly kind: 'item'; readonly item: ReadItemMessage }
  | { readonly kind: 'end' }
  | { readonly kind: 'failure'; readonly failure: Failure }
  | { readonly kind: 'progress' }
  | { readonly kind: 'find-beside'; readonly number: number; readonly path: string };

/**
 * The bytes as they are where they fill their memory, so that the memory itself can be handed over;
 * a copy where they are a part of something else or are handed over already.
 */
export function movable(bytes: Uint8Array, moved: Set<ArrayBuffer>): Uint8Array {
  const { buffer } = bytes;
  const isWhole = buffer instanceof ArrayBuffer && buffer.byteLength === bytes.byteLength;
  const own = isWhole && !moved.has(buffer) ? bytes : new Uint8Array(bytes);
  moved.add(own.buffer as ArrayBuffer);
  return own;
}
