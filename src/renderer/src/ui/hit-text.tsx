import type { Segment } from '../../../shared/search';

/** A piece of text with what the search matched marked in it. */
export function HitText({ segments }: { readonly segments: readonly Segment[] }) {
  return segments.map((segment, index) =>
    segment.hit ? <mark key={index}>{segment.text}</mark> : segment.text,
  );
}
