import type { Element, Root } from 'hast';
import type { IsoDate } from '../../../../shared/release';
import {
  attribute,
  elementsOf,
  firstElement,
  isElement,
  labels,
  textOf,
  tidyLine,
} from '../markdown/hast';
import { writtenDate } from '../written-date';
import type { Article } from './article';
import { datePublishedInWords } from './byline';

/** Names under which pages give the day of publication, the surest first; small letters. */
const dateNames = [
  'article:published_time',
  'og:article:published_time',
  'og:published_time',
  'datepublished',
  'pubdate',
  'publishdate',
  'publish_date',
  'publish-date',
  'publishtime',
  'published_time',
  'publication_date',
  'firstpublishedtime',
  'dc.date.issued',
  'dcterms.issued',
  'dc.date.created',
  'dcterms.created',
  'dcterms.date',
  'dc.date',
  'dc:date',
  'parsely-pub-date',
  'sailthru.date',
  'weibo:article:create_at',
  'bytedance:published_time',
  'release_date',
  'date',
];

/** The day that the page's own fields say it was published on. */
export function publicationDateOf(page: Root, article: Article): IsoDate | null {
  const metas = new Map<string, string>();
  for (const element of elementsOf(page)) {
    if (element.tagName !== 'meta') continue;
    for (const name of ['property', 'name', 'itemProp']) {
      const key = attribute(element, name).trim().toLowerCase();
      if (key !== '' && !metas.has(key)) metas.set(key, attribute(element, 'content'));
    }
  }
  return (
    writtenDate(metas.get('article:published_time') ?? '') ??
    dateOfLinkedData(page) ??
    writtenDate(article.publishedTime) ??
    dateNames.map((name) => writtenDate(metas.get(name) ?? '')).find((date) => date !== null) ??
    dateOfTime(page) ??
    writtenDate(datePublishedInWords(page))
  );
}

/** `datePublished` of JSON-LD, wherever it is nested; what describes an article comes first. */
function dateOfLinkedData(page: Root): IsoDate | null {
  let other: IsoDate | null = null;
  for (const script of elementsOf(page)) {
    if (!isElement(script, 'script') || attribute(script, 'type') !== 'application/ld+json')
      continue;
    const text = script.children
      .map((child) => (child.type === 'text' ? child.value : ''))
      .join('');
    for (const match of text.matchAll(/"datePublished"\s*:\s*"([^"]{4,40})"/g)) {
      other ??= writtenDate(match[1] ?? '');
    }
  }
  return other;
}

const publishedLabel = /publish|pub-?date|entry-date|post-?date|release-?date|article-?date/i;

/** A `<time>` that says it's the publication's, else the first one of the article or the header. */
function dateOfTime(page: Root): IsoDate | null {
  const said = firstElement(page, (element) => {
    if (attribute(element, 'id') === 'publish_time') return writtenDate(textOf(element)) !== null;
    const isMarked =
      /datePublished/i.test(attribute(element, 'itemProp')) ||
      (element.tagName === 'time' &&
        (element.properties['pubDate'] !== undefined || publishedLabel.test(labels(element))));
    return isMarked && dateOf(element) !== null;
  });
  if (said !== null) return dateOf(said);
  const within = firstElement(page, (element) => isElement(element, 'article', 'main')) ?? page;
  const times = [...elementsOf(within)].filter(
    (element) => element.tagName === 'time' && dateOf(element) !== null,
  );
  const first = times[0];
  if (first === undefined) return null;
  // Many dates are a list of other news or an agenda, unless an article holds them.
  return within === page && times.length > 2 ? null : dateOf(first);
}

function dateOf(element: Element): IsoDate | null {
  return (
    writtenDate(attribute(element, 'dateTime')) ??
    writtenDate(attribute(element, 'content')) ??
    writtenDate(textOf(element))
  );
}

const separator =
  /\s*(?:\s[-–—|·•:»«/]+\s|[|_｜丨]|\s::\s)\s*|(?<=\p{Script=Han}[”》」）)!！?？]?)[-–—]+(?=\p{Script=Han})/gu;

/** The page's title without the site's name, as its top heading has it where the two agree. */
export function titleOf(page: Root, article: Article): string {
  const title = tidyLine(article.title || documentTitle(page));
  const headings = [...elementsOf(page)]
    .filter((element) => element.tagName === 'h1')
    .map(textOf)
    .filter(Boolean);
  if (title === '') return headings.length === 1 ? (headings[0] ?? '') : '';
  const agreed = headings.find(
    (heading) => heading.length > 3 && isStartBeforeSite(title, heading),
  );
  if (agreed !== undefined) return agreed;
  const site = tidyLine(article.siteName);
  const isFromHead = title === documentTitle(page);
  return withoutSite(title, site) ?? (isFromHead ? withoutLastPart(title) : title);
}

/** null where the title doesn't say the site's name at either end. */
function withoutSite(title: string, site: string): string | null {
  const parts = [...title.matchAll(separator)];
  const [first, last] = [parts[0], parts.at(-1)];
  if (site === '' || first === undefined || last === undefined) return null;
  if (same(title.slice(last.index + last[0].length), site)) return title.slice(0, last.index);
  if (same(title.slice(0, first.index), site)) return title.slice(first.index + first[0].length);
  return null;
}

/**
 * A `<title>` ends with the site's name where enough stands before it to be a headline; a long dash
 * belongs to the sentence. Chinese sites add section after section by underlines.
 */
function withoutLastPart(title: string): string {
  const parts = [...title.matchAll(separator)].filter(([mark]) => !mark.includes('—'));
  const underline = parts.find(([mark]) => mark.includes('_'));
  const end = underline ?? parts.at(-1);
  if (end === undefined) return title;
  const head = title.slice(0, end.index);
  const hans = head.match(/\p{Script=Han}/gu)?.length ?? 0;
  return head.split(/\s+/).length > 4 || hans > 7 ? head : title;
}

function documentTitle(page: Root): string {
  const element = firstElement(page, (inner) => inner.tagName === 'title');
  return element === null ? '' : textOf(element);
}

function isStartBeforeSite(title: string, heading: string): boolean {
  if (!title.startsWith(heading)) return false;
  const rest = title.slice(heading.length);
  return rest === '' || /^\s*[-–—|·•:»_/｜丨]+\s*\S/.test(rest);
}

function same(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase();
}

/** The address that the page was saved from: canonical, og:url, or a browser's own note. */
export function addressOf(page: Root, html: string): string | null {
  const base = firstElement(page, (element) => element.tagName === 'base');
  const link = firstElement(
    page,
    (element) => element.tagName === 'link' && /\bcanonical\b/i.test(attribute(element, 'rel')),
  );
  const og = firstElement(
    page,
    (element) => element.tagName === 'meta' && attribute(element, 'property') === 'og:url',
  );
  const saved = /<!--\s*saved from url=\(\d+\)(\S{1,2000}?)\s*-->/.exec(html.slice(0, 4000))?.[1];
  const found = [
    base === null ? '' : attribute(base, 'href'),
    link === null ? '' : attribute(link, 'href'),
    og === null ? '' : attribute(og, 'content'),
    saved ?? '',
  ];
  return found.find((address) => /^https?:\/\//i.test(address) && URL.canParse(address)) ?? null;
}
