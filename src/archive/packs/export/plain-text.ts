import type { SafeHtml } from './html';

/**
 * The HTML of `markdownHtml` as plain text: one line for a paragraph, an empty line between, `-`
 * or a number before list items, links as "text (address)".
 */
export function plainText(body: SafeHtml): string {
  const writer = new TextWriter();
  for (const token of body.html.match(/<[^>]*>|[^<]+/gu) ?? []) {
    if (token.startsWith('<')) writer.tag(token);
    else writer.text(token);
  }
  writer.endBlock();
  return writer.result;
}

class TextWriter {
  result = '';
  private block = '';
  private blockInList = false;
  private bullet = '';
  /** The lists around the place: the next number of an ordered one, null for a bulleted one. */
  private readonly lists: (number | null)[] = [];
  private preformatted = false;
  private link: { readonly href: string; readonly start: number } | null = null;

  text(token: string): void {
    const text = decodeEntities(token);
    this.block += this.preformatted ? text : text.replace(/\s+/gu, ' ');
  }

  tag(token: string): void {
    const [, slash, name = ''] = /^<(\/?)([a-z0-9]+)/u.exec(token) ?? [];
    const opens = slash === '';
    switch (name) {
      case 'a':
        if (opens) {
          this.link = { href: attribute(token, 'href'), start: this.block.length };
        } else {
          this.endLink();
        }
        break;
      case 'br':
        this.block = `${this.block.trimEnd()}\n`;
        break;
      case 'code':
      case 'del':
      case 'em':
      case 'span':
      case 'strong':
        break;
      case 'td':
      case 'th':
        // A row stays one line.
        if (opens && this.block.trim() !== '') this.block = `${this.block.trimEnd()} | `;
        break;
      default:
        this.endBlock();
        this.boundary(name, opens, token);
    }
  }

  private boundary(name: string, opens: boolean, token: string): void {
    if (name === 'pre') this.preformatted = opens;
    if (name === 'ul' || name === 'ol') {
      if (opens) this.lists.push(name === 'ol' ? Number(attribute(token, 'start') || 1) : null);
      else this.lists.pop();
    }
    if (name === 'li' && opens) this.bullet = this.nextBullet();
  }

  private nextBullet(): string {
    const number = this.lists.pop() ?? null;
    this.lists.push(number === null ? null : number + 1);
    return number === null ? '- ' : `${number}. `;
  }

  private endLink(): void {
    const { href = '', start = 0 } = this.link ?? {};
    this.link = null;
    const shown = this.block.slice(start).trim();
    const bare = href.replace(/^mailto:/u, '');
    if (bare !== '' && bare !== shown && href !== encodeURI(shown)) this.block += ` (${bare})`;
  }

  endBlock(): void {
    const lines = this.preformatted ? this.block.trimEnd() : withoutMargins(this.block);
    this.block = '';
    if (lines.trim() === '') return;
    const inList = this.lists.length > 0;
    const indent = '  '.repeat(Math.max(0, this.lists.length - 1));
    const gap = this.result === '' ? '' : inList && this.blockInList ? '\n' : '\n\n';
    this.result += gap + indent + this.bullet + lines;
    this.bullet = '';
    this.blockInList = inList;
  }
}

function withoutMargins(text: string): string {
  return text
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .trim();
}

function attribute(tag: string, name: string): string {
  return decodeEntities(new RegExp(` ${name}="([^"]*)"`, 'u').exec(tag)?.[1] ?? '');
}

const characters: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&amp;': '&',
};

function decodeEntities(text: string): string {
  return text.replace(/&(?:lt|gt|quot|amp|#39);/gu, (entity) => characters[entity] ?? entity);
}
