import type { Fts5Archive } from './fts5-archive';
import type { MiniSearchArchive } from './minisearch-archive';

/** What the peers' thread is started with. */
export interface PeerStart {
  readonly dataFolder: string | null;
  readonly count: number;
  readonly databasePath: string;
  /** Which of them are there. */
  readonly peers: readonly PeerName[];
}

export type PeerName = keyof PeerArchives;

interface PeerArchives {
  readonly fts5: Fts5Archive;
  readonly minisearch: MiniSearchArchive;
}

/** What a peer in its thread is asked, by the names of its own methods. */
type Asking<Archive> = {
  readonly [Method in keyof Archive]: Archive[Method] extends (
    ...given: infer Given
  ) => infer Answer
    ? (...given: Given) => Promise<Answer>
    : never;
};

export type Fts5InThread = Omit<Asking<Fts5Archive>, 'fill' | 'index' | 'merge' | 'indexTheRest'>;
export type MiniSearchInThread = Omit<Asking<MiniSearchArchive>, 'fill'>;

/** What building the main index of FTS5 took. */
export interface Fts5Built {
  /** Milliseconds until it is on disk as it is asked later: merged into one segment. */
  readonly ms: number;
  /** Those of them until all releases are inserted. */
  readonly insertMs: number;
  /** Bytes of the index alone. */
  readonly indexBytes: number;
}

export interface PeerAsked {
  readonly number: number;
  readonly peer: PeerName;
  /** 'build', or a method of the peer. */
  readonly method: string;
  readonly given: readonly unknown[];
}
