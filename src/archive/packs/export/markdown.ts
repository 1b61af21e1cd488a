import { micromark } from 'micromark';
import { escapeHtml, type SafeHtml } from './html';

/**
 * Markdown (CommonMark) as HTML for a page that has a headline of its own. micromark's safe mode
 * shows raw HTML as text and drops dangerous addresses. Its output is regular (text never holds a
 * bare `<`, attributes never a bare `"`), so what the pack wants otherwise is replaced in it.
 */
export function markdownHtml(markdown: string): SafeHtml {
  return { html: withoutImages(joinLines(demoteHeadings(micromark(markdown)))) };
}

/** Puts the dateline before the first words, as releases are printed, unless it is there already. */
export function withDateline(body: SafeHtml, dateline: string): SafeHtml {
  const place = dateline.trim();
  if (place === '' || body.html.startsWith(`<p>${escapeHtml(place)}`)) return body;
  const marked = `<span class="dateline">${escapeHtml(place)}</span>`;
  return body.html.startsWith('<p>')
    ? { html: `<p>${marked} ${body.html.slice('<p>'.length)}` }
    : { html: `<p>${marked}</p>\n${body.html}` };
}

function demoteHeadings(markup: string): string {
  return markup.replace(
    /<(\/?)h([1-5])>/gu,
    (_, slash: string, level: string) => `<${slash}h${Number(level) + 1}>`,
  );
}

/** Images in the text point somewhere outside the pack; nothing in it may load from elsewhere. */
function withoutImages(markup: string): string {
  return markup.replace(/<img src="[^"]*" alt="([^"]*)"(?: title="[^"]*")? \/>/gu, '$1');
}

/** A line break in Chinese Markdown is no space; browsers would show one. */
function joinLines(markup: string): string {
  return markup
    .split(/(<pre>.*?<\/pre>)/su)
    .map((piece) => (piece.startsWith('<pre>') ? piece : piece.replace(chineseLineBreak, '')))
    .join('');
}

const chineseLineBreak =
  /(?<=[\p{Script=Han}\u3000-\u303f\uff00-\uff65])\n(?=[\p{Script=Han}\u3000-\u303f\uff00-\uff65])/gu;
