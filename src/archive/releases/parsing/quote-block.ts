import type { Span } from '../../../shared/parsed-release';
import { isHan } from './fold';
import { trimSpan } from './spans';

/** Nobody wraps a paragraph of so many characters by hand; it's quoted as it is. */
const longestMended = 1_000_000;

/**
 * The text of a span as one paragraph: wrapped lines are joined by a space, Chinese ones by
 * nothing.
 */
export function joinLines(text: string, span: Span): string {
  if (span.end - span.start > longestMended) return text.slice(span.start, span.end);
  let joined = '';
  for (const line of linesOf(text, span)) {
    const seam = joined === '' || bothHan(joined.at(-1), line[0]) ? '' : ' ';
    joined += seam + line;
  }
  return joined;
}

/** The text of a span line by line, as lists, addresses and tables need it. */
export function keepLines(text: string, span: Span): string {
  if (span.end - span.start > longestMended) return text.slice(span.start, span.end);
  return linesOf(text, span).join('\n');
}

function linesOf(text: string, span: Span): readonly string[] {
  const { start, end } = trimSpan(text, span);
  return text
    .slice(start, end)
    .split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/)
    .map((line) => {
      const inner = trimSpan(line, { start: 0, end: line.length });
      return line.slice(inner.start, inner.end);
    })
    .filter((line) => line !== '');
}

function bothHan(a: string | undefined, b: string | undefined): boolean {
  return isHanOrMark(a) && isHanOrMark(b);
}

function isHanOrMark(unit: string | undefined): boolean {
  return isHan(unit) || (unit !== undefined && /[\u3001-\u301f\uff01-\uff5e]/.test(unit));
}
