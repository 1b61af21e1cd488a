import { micromark } from 'micromark';
import { gfmStrikethrough, gfmStrikethroughHtml } from 'micromark-extension-gfm-strikethrough';
import { gfmTable, gfmTableHtml } from 'micromark-extension-gfm-table';
import type { PhotoId } from '../../../shared/photo';
import { replacePhotoPlaces } from '../../../shared/photo-places';
import { escapeHtml, type SafeHtml } from './html';

/** What stands in the place of a photo; null where the pack doesn't have it. */
export type WritePhoto = (photoId: PhotoId) => SafeHtml | null;

/* A single ~ stands between numbers in Chinese ("3~5 米") and strikes nothing through. */
const syntax = {
  extensions: [gfmStrikethrough({ singleTilde: false }), gfmTable()],
  htmlExtensions: [gfmStrikethroughHtml(), gfmTableHtml()],
};

/**
 * Markdown (CommonMark with tables and strikethrough) as HTML for a page that has a headline of its own. micromark's safe mode
 * shows raw HTML as text and drops dangerous addresses. Its output is regular (text never holds a
 * bare `<`, attributes never a bare `"`), so what the pack wants otherwise is replaced in it.
 */
export function markdownHtml(markdown: string, photo: WritePhoto = () => null): SafeHtml {
  const source = replacePhotoPlaces(markdown, ({ photoId }) => `![](${placeholder}${photoId})`);
  const text = joinLines(demoteHeadings(micromark(source, syntax)));
  return { html: withoutImages(withPhotos(text, photo)) };
}

/* An address without a scheme comes through the safe mode as it is. */
const placeholder = 'photo/';
const placed = new RegExp(`<p><img src="${placeholder}([0-9a-f]{64})" alt="" /></p>\n?`, 'gu');

function withPhotos(markup: string, photo: WritePhoto): string {
  return markup.replace(placed, (_, photoId: string) => photo(photoId)?.html ?? '');
}

/** Puts the dateline before the first words, as releases are printed, unless it is there already. */
export function withDateline(body: SafeHtml, dateline: string): SafeHtml {
  const place = dateline.trim();
  if (place === '' || body.html.startsWith(`<p>${escapeHtml(place)}`)) return body;
  const marked = `<span class="dateline">${escapeHtml(place)}</span>`;
  // Photos above the text don't part the dateline from its first words.
  const [photos = ''] = /^(?:<figure.*?<\/figure>\s*)*/su.exec(body.html) ?? [];
  const text = body.html.slice(photos.length);
  return text.startsWith('<p>')
    ? { html: `${photos}<p>${marked} ${text.slice('<p>'.length)}` }
    : { html: `${photos}<p>${marked}</p>\n${text}` };
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
