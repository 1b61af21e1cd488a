import type { Confidence, Guess, Span } from '../../../shared/parsed-release';

/** The span without the blanks and invisible characters at its ends. */
export function trimSpan(text: string, span: Span): Span {
  let { start, end } = span;
  while (start < end && isBlank(text.charCodeAt(start))) start++;
  while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
  return { start, end };
}

/** The parts of `span` that no span of `holes` takes. */
export function subtractSpans(span: Span, holes: readonly Span[]): readonly Span[] {
  const rest: Span[] = [];
  let start = span.start;
  for (const hole of holes.toSorted((a, b) => a.start - b.start)) {
    if (hole.end <= start || hole.start >= span.end) continue;
    if (hole.start > start) rest.push({ start, end: hole.start });
    start = Math.max(start, hole.end);
  }
  if (start < span.end) rest.push({ start, end: span.end });
  return rest;
}

export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

export function guess<T>(value: T, span: Span, confidence: Confidence): Guess<T> {
  return { value, span, confidence };
}

function isBlank(code: number): boolean {
  return (
    code <= 0x20 ||
    (code >= 0x7f && code <= 0xa0) ||
    (code >= 0x2000 && code <= 0x200f) ||
    (code >= 0x2028 && code <= 0x202f) ||
    code === 0x1680 ||
    code === 0x205f ||
    code === 0x2060 ||
    code === 0x3000 ||
    code === 0xfeff
  );
}
