/**
 * HTML whose elements never nest deeper than a browser lets them, so that no parser or walker of
 * trees runs out of stack, or out of time by looking up through a hundred thousand ancestors.
 */
interface BoundedHtml {
  readonly html: string;
  /** Whether text was lost at the end, since there were more tags than any page has. */
  readonly isCutOff: boolean;
}

/** Browsers stop at 512; no page that people wrote comes near this. */
const maxDepth = 160;
/**
 * HTML's parser opens these anew in every paragraph that follows an unclosed one, so their depth
 * multiplies the tree.
 */
const maxFormattingDepth = 8;
/** Every level of these is written before every line that it holds. */
const maxIndentedDepth = 12;
/** Elements that the parser will make; big pages have ten thousand. */
const maxElements = 250_000;

const voidElements = new Set(
  'area base br col embed frame hr img input link meta param source track wbr'.split(' '),
);
const formatting = new Set('a b big code em font i nobr s small strike strong tt u'.split(' '));
const rawText = new Set('script style textarea title xmp iframe noembed noframes'.split(' '));
const indented = new Set('ul ol dl dir blockquote'.split(' '));
/** What closes without an end tag when its like opens; up to the next container. */
const selfEnding = new Set(
  'p li dt dd tr td th thead tbody tfoot option optgroup rp rt'.split(' '),
);
const containers = new Set(
  'div table ul ol dl section article main aside header footer nav blockquote form body select'.split(
    ' ',
  ),
);

const tagName = /[a-zA-Z][^\s/>]*/y;

/** Drops the tags that go too deep; their text stays. Takes time in proportion to the length. */
export function boundedNesting(html: string): BoundedHtml {
  const open = new OpenElements();
  const kept: string[] = [];
  let keptTo = 0;
  let at = html.indexOf('<');
  let elements = 0;
  while (at !== -1) {
    const isEnd = html.charCodeAt(at + 1) === 0x2f;
    tagName.lastIndex = at + (isEnd ? 2 : 1);
    const name = tagName.exec(html)?.[0].toLowerCase();
    if (name === undefined) {
      at = html.indexOf('<', endOfMarkup(html, at));
      continue;
    }
    let end = endOfTag(html, tagName.lastIndex);
    const isKept = isEnd ? open.close(name) : open.open(name);
    if (!isEnd && rawText.has(name)) end = endOfRawText(html, end, name);
    if (isKept && !isEnd) elements += 1 + open.formatting;
    if (elements > maxElements) {
      kept.push(html.slice(keptTo, at));
      return { html: kept.join(''), isCutOff: true };
    }
    if (!isKept) {
      kept.push(html.slice(keptTo, at));
      keptTo = end;
    }
    at = html.indexOf('<', end);
  }
  kept.push(html.slice(keptTo));
  return { html: kept.join(''), isCutOff: false };
}

class OpenElements {
  readonly #names: string[] = [];
  readonly #dropped = new Map<string, number>();
  #formatting = 0;

  get formatting(): number {
    return this.#formatting;
  }

  /** False where the tag must go. */
  open(name: string): boolean {
    if (voidElements.has(name) || rawText.has(name)) return true;
    if (selfEnding.has(name)) this.#closeLike(name);
    const isFormatting = formatting.has(name);
    const isTooDeep = isFormatting
      ? this.#formatting >= maxFormattingDepth
      : this.#names.length >= maxDepth || (indented.has(name) && this.#isIndentedFully());
    if (isTooDeep) {
      this.#dropped.set(name, (this.#dropped.get(name) ?? 0) + 1);
      return false;
    }
    this.#names.push(name);
    if (isFormatting) this.#formatting++;
    return true;
  }

  close(name: string): boolean {
    const dropped = this.#dropped.get(name) ?? 0;
    if (dropped > 0) {
      this.#dropped.set(name, dropped - 1);
      return false;
    }
    const index = this.#names.lastIndexOf(name);
    // What formatting was left open inside of a closed element stays open in HTML.
    if (index !== -1) this.#remove(index, formatting.has(name) ? index + 1 : this.#names.length);
    return true;
  }

  #isIndentedFully(): boolean {
    return this.#names.filter((name) => indented.has(name)).length >= maxIndentedDepth;
  }

  #closeLike(name: string): void {
    for (let i = this.#names.length - 1; i >= 0; i--) {
      const above = this.#names[i] ?? '';
      if (above === name) {
        this.#remove(i, this.#names.length);
        return;
      }
      if (containers.has(above)) return;
    }
  }

  #remove(from: number, to: number): void {
    const removed = this.#names.splice(from, to - from);
    if (removed.length === 1) {
      if (formatting.has(removed[0] ?? '')) this.#formatting--;
      return;
    }
    for (const name of removed.slice(1)) {
      if (formatting.has(name)) this.#names.push(name);
    }
    if (formatting.has(removed[0] ?? '')) this.#formatting--;
  }
}

function endOfTag(html: string, from: number): number {
  let quote = '';
  for (let i = from; i < html.length; i++) {
    const character = html[i] ?? '';
    if (quote !== '') {
      if (character === quote) quote = '';
    } else if (character === '>') {
      return i + 1;
    } else if ((character === '"' || character === "'") && /[=\s]/.test(html[i - 1] ?? '')) {
      quote = character;
    }
  }
  return html.length;
}

/** Behind a comment, a declaration, or a mere "<". */
function endOfMarkup(html: string, at: number): number {
  if (html.startsWith('<!--', at)) {
    const end = html.indexOf('-->', at + 4);
    return end === -1 ? html.length : end + 3;
  }
  return at + 1;
}

function endOfRawText(html: string, from: number, name: string): number {
  const close = new RegExp(`</${name}(?=[\\s/>])`, 'gi');
  close.lastIndex = from;
  const found = close.exec(html);
  return found === null ? html.length : endOfTag(html, found.index + found[0].length);
}
