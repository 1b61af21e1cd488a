import type { SegmentData } from '../index/segment-sections';
import type { SearchDocument } from '../search-document';

/** What the thread that builds half of an index is told; `null`: that was all. */
export type ToBuilder = readonly SearchDocument[] | null;

/** A batch is built in; a segment is full, or the last one; all is handed over. */
export type FromBuilder =
  | { readonly is: 'built' }
  | { readonly is: 'segment'; readonly data: SegmentData }
  | { readonly is: 'finished' };
