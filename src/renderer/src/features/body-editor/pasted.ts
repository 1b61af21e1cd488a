/*
 * What comes from a word processor or a web page: its headings, lists, emphasis and links stay, its
 * looks don't. Reading it must fetch nothing, and a style attribute must not even be made: the page's
 * policy forbids it.
 */

export interface CleanPaste {
  readonly html: string;
  /** Images that can't come along: they aren't files, and the program fetches nothing. */
  readonly imagesLeft: number;
}

export function cleanPaste(html: string): CleanPaste {
  const inert = html
    .replace(/<(script|style|xml|head|title)\b[\s\S]*?<\/\1\s*>/giu, '')
    .replace(/\s(?:style)\s*=/giu, ' data-look=')
    .replace(/<(?:img|v:imagedata)\b/giu, '<x-image');
  const page = new DOMParser().parseFromString(inert, 'text/html');
  const imagesLeft = page.querySelectorAll('x-image').length;
  // Word hides the signs of a list in comments; the paragraphs tell by themselves.
  removeComments(page);
  wordLists(page);
  for (const element of [...page.body.querySelectorAll('*')]) {
    keepLook(element);
    for (const { name } of [...element.attributes]) {
      if (!keptAttributes.has(name)) element.removeAttribute(name);
    }
  }
  for (const image of page.querySelectorAll('x-image')) image.remove();
  return { html: page.body.innerHTML, imagesLeft };
}

/* The two last are the editor's own: photos and untouched Markdown that are cut and pasted. */
const keptAttributes = new Set([
  'href',
  'title',
  'start',
  'data-photo',
  'data-markdown',
  'data-pm-slice',
]);

function look(element: Element): string {
  return (element.getAttribute('data-look') ?? '').toLowerCase();
}

/** Emphasis that is only a style becomes what it looks like, and none where it is styled away. */
function keepLook(element: Element): void {
  const style = look(element);
  if (
    /^(?:b|strong)$/iu.test(element.tagName) &&
    /font-weight:\s*(?:normal|[1-4]00)/u.test(style)
  ) {
    element.replaceWith(...element.childNodes);
    return;
  }
  if (element.tagName !== 'SPAN') return;
  if (/font-weight:\s*(?:bold|[6-9]00)/u.test(style)) wrapContent(element, 'strong');
  if (/font-style:\s*italic/u.test(style)) wrapContent(element, 'em');
  if (/text-decoration[^;]*line-through/u.test(style)) wrapContent(element, 's');
}

function wrapContent(element: Element, name: 'strong' | 'em' | 's'): void {
  const wrapper = element.ownerDocument.createElement(name);
  wrapper.append(...element.childNodes);
  element.append(wrapper);
}

function removeComments(page: Document): void {
  const walker = page.createTreeWalker(page, NodeFilter.SHOW_COMMENT);
  const comments: Node[] = [];
  while (walker.nextNode()) comments.push(walker.currentNode);
  for (const comment of comments) comment.parentNode?.removeChild(comment);
}

/** Word writes lists as paragraphs with a sign and spaces in front. */
function wordLists(page: Document): void {
  for (const paragraph of [...page.body.querySelectorAll('p')]) {
    if (!look(paragraph).includes('mso-list')) continue;
    const sign = [...paragraph.querySelectorAll('[data-look]')].find((element) =>
      look(element).includes('mso-list'),
    );
    const name = /^\s*(?:\d+|[a-z])[.)]/iu.test(sign?.textContent ?? '') ? 'ol' : 'ul';
    sign?.remove();
    const before = paragraph.previousElementSibling;
    const isNext = before?.localName === name && before.hasAttribute('data-word');
    const list = isNext ? before : page.createElement(name);
    if (!isNext) {
      list.setAttribute('data-word', '');
      paragraph.before(list);
    }
    const item = page.createElement('li');
    item.append(...paragraph.childNodes);
    list.append(item);
    paragraph.remove();
  }
}
