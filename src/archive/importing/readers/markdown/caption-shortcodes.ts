const opening = '[caption';
const closing = '[/caption]';

/** WordPress' `[caption …]<img> words[/caption]` as a figure. */
export function withFiguresForShortcodes(html: string): string {
  if (!html.includes(opening)) return html;
  const parts: string[] = [];
  let at = 0;
  for (;;) {
    const start = html.indexOf(opening, at);
    const inner = start === -1 ? -1 : html.indexOf(']', start);
    const end = inner === -1 ? -1 : html.indexOf(closing, inner);
    if (end === -1) break;
    parts.push(
      html.slice(at, start),
      figureOf(html.slice(start, inner), html.slice(inner + 1, end)),
    );
    at = end + closing.length;
  }
  parts.push(html.slice(at));
  return parts.join('');
}

function figureOf(shortcode: string, content: string): string {
  const image = /(?:<a\b[^<>]*>\s*)?<img\b[^<>]*>(?:\s*<\/a>)?/i.exec(content)?.[0] ?? '';
  // Before WordPress 3.4 the words were an attribute.
  const said = /\scaption=(?:"([^"]*)"|'([^']*)')/i.exec(shortcode);
  const words = content.replace(image, () => '').trim() || (said?.[1] ?? said?.[2] ?? '');
  return image === '' ? content : `<figure>${image}<figcaption>${words}</figcaption></figure>`;
}
