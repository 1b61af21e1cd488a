import { SaxesParser, type SaxesTagPlain } from 'saxes';
import type { WxrCategory, WxrItem } from './wxr-item';

/** What is heard while an export is parsed. Whatever these throw ends the parsing. */
export interface WxrListener {
  onVersion(version: string): void;
  onAuthor(login: string, displayName: string): void;
  onItem(item: WxrItem): void;
  onDoctype(): void;
}

/** Letters; a text of a post that is longer is cut off. */
const longestText = 20_000_000;

const textFields: Readonly<Record<string, string>> = {
  title: 'title',
  link: 'link',
  guid: 'guid',
  'dc:creator': 'creator',
  'wp:post_id': 'postId',
  'wp:post_type': 'type',
  'wp:status': 'status',
  'wp:post_date': 'date',
  'wp:post_date_gmt': 'dateGmt',
  'wp:post_parent': 'parentId',
  'wp:post_password': 'password',
  'wp:attachment_url': 'attachmentUrl',
  'content:encoded': 'content',
  'excerpt:encoded': 'excerpt',
};

const keptMeta = new Set(['_thumbnail_id', '_wp_attachment_image_alt', '_wp_attached_file']);

/** The named characters of HTML that older exports left in titles. */
const entities: Readonly<Record<string, string>> = {
  nbsp: '\u00a0',
  hellip: '…',
  mdash: '—',
  ndash: '–',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  laquo: '«',
  raquo: '»',
  bull: '•',
  middot: '·',
  copy: '©',
  reg: '®',
  trade: '™',
  euro: '€',
};

const forbidden = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g;

/** Parses an export as it comes, piece by piece; holds no more than the item that is under way. */
export class WxrParser {
  readonly #parser = new SaxesParser();
  readonly #listener: WxrListener;
  readonly #path: string[] = [];
  #text: string[] | null = null;
  #textLength = 0;
  #isCutOff = false;
  #fields = new Map<string, string>();
  #categories: WxrCategory[] = [];
  #meta = new Map<string, string>();
  #category = { domain: '', nicename: '' };
  #metaKey = '';
  #metaValue = '';
  #login = '';
  #displayName = '';

  constructor(listener: WxrListener) {
    this.#listener = listener;
    Object.assign(this.#parser.ENTITIES, entities);
    this.#parser.on('doctype', () => {
      listener.onDoctype();
    });
    this.#parser.on('opentag', (tag) => {
      this.#open(tag);
    });
    this.#parser.on('closetag', () => {
      this.#close();
    });
    this.#parser.on('text', (text) => {
      this.#append(text);
    });
    this.#parser.on('cdata', (text) => {
      this.#append(text);
    });
    this.#parser.on('error', (error) => {
      // A named character that isn't known stays as it is written.
      if (!/undefined entity|disallowed character|undefined character/i.test(error.message))
        throw error;
    });
  }

  /** Throws where the text is no XML. */
  write(piece: string): void {
    this.#parser.write(piece.replaceAll(forbidden, ''));
  }

  /** Throws where the export was cut off. */
  end(): void {
    this.#parser.close();
  }

  #open(tag: SaxesTagPlain): void {
    const parent = this.#path.at(-1) ?? '';
    this.#path.push(tag.name);
    if (tag.name === 'item' && parent === 'channel') this.#startItem();
    if (tag.name === 'wp:author' && parent === 'channel') this.#login = this.#displayName = '';
    if (tag.name === 'category' && parent === 'item') {
      const { domain = '', nicename = '' } = tag.attributes;
      this.#category = { domain, nicename };
    }
    if (tag.name === 'wp:postmeta') this.#metaKey = this.#metaValue = '';
    this.#text = this.#isWanted(tag.name, parent) ? [] : null;
    this.#textLength = 0;
  }

  #isWanted(name: string, parent: string): boolean {
    switch (parent) {
      case 'channel':
        return name === 'wp:wxr_version';
      case 'wp:author':
        return name === 'wp:author_login' || name === 'wp:author_display_name';
      case 'item':
        return name in textFields || name === 'category';
      case 'wp:postmeta':
        return name === 'wp:meta_key' || (name === 'wp:meta_value' && this.#mayKeepMeta());
      default:
        return false;
    }
  }

  /** The key comes before the value; values can be very long. */
  #mayKeepMeta(): boolean {
    return this.#metaKey === '' || keptMeta.has(this.#metaKey);
  }

  #append(text: string): void {
    if (this.#text === null) return;
    const room = longestText - this.#textLength;
    if (text.length > room) this.#isCutOff = true;
    this.#text.push(text.slice(0, room));
    this.#textLength += Math.min(room, text.length);
  }

  #close(): void {
    const name = this.#path.pop() ?? '';
    const parent = this.#path.at(-1) ?? '';
    const text = this.#text?.join('').trim() ?? '';
    this.#text = null;
    if (parent === 'item') {
      const field = textFields[name];
      if (field !== undefined) this.#fields.set(field, text);
      else if (name === 'category') this.#categories.push({ ...this.#category, name: text });
      else if (name === 'wp:postmeta' && keptMeta.has(this.#metaKey)) {
        this.#meta.set(this.#metaKey, this.#metaValue);
      }
    } else if (name === 'wp:meta_key') this.#metaKey = text;
    else if (name === 'wp:meta_value') this.#metaValue = text;
    else if (name === 'wp:author_login') this.#login = text;
    else if (name === 'wp:author_display_name') this.#displayName = text;
    else if (name === 'wp:author') this.#listener.onAuthor(this.#login, this.#displayName);
    else if (name === 'wp:wxr_version') this.#listener.onVersion(text);
    else if (name === 'item' && parent === 'channel') this.#listener.onItem(this.#item());
  }

  #startItem(): void {
    this.#fields = new Map();
    this.#categories = [];
    this.#meta = new Map();
    this.#isCutOff = false;
  }

  #item(): WxrItem {
    const field = (name: string): string => this.#fields.get(name) ?? '';
    return {
      postId: field('postId'),
      type: field('type'),
      status: field('status'),
      title: field('title'),
      link: field('link'),
      guid: field('guid'),
      creator: field('creator'),
      date: field('date'),
      dateGmt: field('dateGmt'),
      parentId: field('parentId'),
      password: field('password'),
      attachmentUrl: field('attachmentUrl'),
      content: field('content'),
      excerpt: field('excerpt'),
      categories: this.#categories,
      meta: this.#meta,
      isCutOff: this.#isCutOff,
    };
  }
}
