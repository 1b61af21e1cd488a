const blockNames =
  'address|article|aside|blockquote|caption|center|col|colgroup|dd|details|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|header|hr|legend|li|main|menu|nav|ol|p|pre|section|style|script|summary|table|tbody|td|tfoot|th|thead|tr|ul';
const opening = new RegExp(`<(?:${blockNames})(?=[\\s/>])[^<>]*>`, 'gi');
const closing = new RegExp(`</(?:${blockNames})\\s*>`, 'gi');
const startsWithBlock = new RegExp(`^\\s*</?(?:${blockNames})(?=[\\s/>])`, 'i');
const endsWithBlock = new RegExp(`</?(?:${blockNames})(?:\\s[^<>]*)?/?>\\s*$`, 'i');
const lineBreak = /<br\s*\/?>\s*$/i;

/**
 * The HTML of a post as its page shows it. WordPress' classic editor keeps paragraphs as blank lines
 * and line breaks as line breaks; its block editor writes all marks itself.
 */
export function withParagraphs(content: string): string {
  if (!content.includes('<!-- wp:')) return outsideOfPre(content, paragraphed);
  return between(content, '<!-- wp:freeform -->', '<!-- /wp:freeform -->', (inner) =>
    outsideOfPre(inner, paragraphed),
  );
}

/** Applies a change to what stands between two marks, which don't nest. */
function between(
  text: string,
  start: string,
  end: string,
  change: (inner: string) => string,
): string {
  const parts: string[] = [];
  let at = 0;
  for (;;) {
    const from = text.indexOf(start, at);
    const to = from < 0 ? -1 : text.indexOf(end, from);
    if (to < 0) break;
    parts.push(text.slice(at, from + start.length), change(text.slice(from + start.length, to)));
    at = to;
  }
  return parts.join('') + text.slice(at);
}

function outsideOfPre(html: string, change: (part: string) => string): string {
  const parts: string[] = [];
  const lower = html.toLowerCase();
  let at = 0;
  for (;;) {
    const from = lower.indexOf('<pre', at);
    const to = from < 0 ? -1 : lower.indexOf('</pre>', from);
    if (to < 0) break;
    parts.push(change(html.slice(at, from)), html.slice(from, to + 6));
    at = to + 6;
  }
  return [...parts, change(html.slice(at))].join('\n\n');
}

function paragraphed(html: string): string {
  return html
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(opening, '\n\n$&')
    .replaceAll(closing, '$&\n\n')
    .split(/\n[^\S\n]*\n\s*/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => (startsWithBlock.test(part) ? broken(part) : `<p>${broken(part)}</p>`))
    .join('\n');
}

function broken(part: string): string {
  const lines = part.split('\n');
  return lines
    .map((line, index) => {
      const next = lines[index + 1];
      if (next === undefined || endsWithBlock.test(line) || startsWithBlock.test(next)) return line;
      return lineBreak.test(line) || line.trim() === '' ? line : `${line}<br>`;
    })
    .join('\n');
}
