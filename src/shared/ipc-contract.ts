import type { z } from 'zod';
import { archiveRequests, type ArchiveAnswers } from './contract/archive';
import { importingRequests, type ImportingAnswers } from './contract/importing';
import type { NoticeChannel, Notices } from './contract/notices';
import { packRequests, type PackAnswers } from './contract/pack';
import { releaseRequests, type ReleaseAnswers } from './contract/release';
import { searchRequests, type SearchAnswers } from './contract/search';
import { windowRequests, type WindowAnswers } from './contract/window';
import type { Reply } from './reply';

export type { OpeningArchive, RecentArchive } from './contract/archive';
export type * from './contract/notices';
export type { ReleaseDetails } from './contract/release';
export type { GivenFile, Settings } from './contract/window';

/*
 * All that the window can ask or hear. A request is a channel, a schema for its argument and the
 * type of its answer; main validates every argument against the schema before a handler sees it.
 */

/** One schema per channel: the argument that the handler gets. Channels without one take null. */
export const requestSchemas = {
  ...archiveRequests,
  ...importingRequests,
  ...releaseRequests,
  ...searchRequests,
  ...packRequests,
  ...windowRequests,
} as const;

export type Channel = keyof typeof requestSchemas;
export type RequestArgument<C extends Channel> = Immutable<z.infer<(typeof requestSchemas)[C]>>;

type Immutable<T> = T extends Uint8Array
  ? T
  : T extends readonly (infer Item)[]
    ? readonly Immutable<Item>[]
    : T extends object
      ? { readonly [K in keyof T]: Immutable<T[K]> }
      : T;

type Answers = ArchiveAnswers &
  ImportingAnswers &
  ReleaseAnswers &
  SearchAnswers &
  PackAnswers &
  WindowAnswers;

/** Channel -> function: what `window.archive.request` does and what every handler implements. */
export type Requests = {
  [C in Channel]: (argument: RequestArgument<C>) => Answers[C];
};
export type Answer<C extends Channel> = ReturnType<Requests[C]>;

/** The one object that the preload exposes to the page, as `window.archive`. */
export interface ArchiveBridge {
  request<C extends Channel>(channel: C, argument: RequestArgument<C>): Promise<Reply<Answer<C>>>;
  /** Returns the function that stops listening. */
  listen<N extends NoticeChannel>(notice: N, listener: (value: Notices[N]) => void): () => void;
  readonly platform: 'darwin' | 'win32' | 'linux';
}
