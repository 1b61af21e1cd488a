import type { Element, Root } from 'hast';
import { attribute, elementsOf, firstElement, labels, textOf, tidyLine } from '../markdown/hast';
import type { Article } from './article';

const longest = 80;

/** Who wrote it, by the page's own fields, else by the line under its title; '' where nobody is named. */
export function bylineOf(page: Root, article: Article): string {
  const byline = tidyLine(article.byline);
  if (byline !== '' && byline.length <= 200 && !/^https?:/.test(byline)) return withoutBy(byline);
  const named = firstElement(page, (element) => isByline(element));
  if (named !== null) return withoutBy(textOf(named));
  const line = lineUnderTitle(page);
  const author = line === null ? null : /作者\s*[:：]\s*([^\s|｜:：，,；;]{2,30})/u.exec(line);
  return author?.[1] ?? '';
}

function isByline(element: Element): boolean {
  const isMarked =
    /\bauthor\b/i.test(attribute(element, 'rel')) ||
    /(?:^|\s)(?:author|byline|p-author)(?:\s|$)/i.test(labels(element));
  if (!isMarked || element.tagName === 'link') return false;
  const text = textOf(element);
  return text.length > 1 && text.length <= longest;
}

function withoutBy(byline: string): string {
  return byline.replace(/^by\s+/i, '').trim();
}

const published =
  /(?:发布时间|发布日期|发表时间|发表日期|发布于|發佈時間|發布日期|发稿时间|published(?:\s+on|\s+date)?|posted(?:\s+on)?|release\s+date|date\s+posted)\s*[:：]?\s*(?=\d|\p{L}{3,9}\.?\s+\d{1,2},)/iu;

/** The text of the smallest element that says in words when the page was published; null where none. */
function lineUnderTitle(page: Root): string | null {
  let found: string | null = null;
  for (const element of elementsOf(page)) {
    if (/^(?:html|head|script|style|title|meta)$/.test(element.tagName)) continue;
    const text = element.children.some((child) => child.type === 'text') ? textOf(element) : '';
    if (text.length > 300 || !published.test(text)) continue;
    found = text;
    break;
  }
  return found;
}

/** What follows the words that say when it was published; '' where there are none. */
export function datePublishedInWords(page: Root): string {
  const line = lineUnderTitle(page);
  const label = line === null ? null : published.exec(line);
  return line === null || label === null ? '' : line.slice(label.index + label[0].length);
}
