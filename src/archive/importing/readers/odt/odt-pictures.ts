import type { Element } from 'hast';
import { elementOf } from '../markdown/hast';
import { pictureElement } from '../office/office-release';
import type { GivenFile } from '../reader';
import type { Frame, OdtTree } from './odt-tree';

/** Pictures, each in a frame (`draw:frame`) that may say what it shows. */
export class OdtPictures {
  readonly found: (string | GivenFile)[] = [];
  readonly #tree: OdtTree;
  #image: Element | null = null;
  #alt = '';
  /** Text that isn't the document's, but the picture's description or its bytes. */
  #aside: string[] | null = null;
  #asideOf = '';

  constructor(tree: OdtTree) {
    this.#tree = tree;
  }

  beginFrame(): void {
    this.#image = null;
    this.#alt = '';
  }

  /** Of the forms in which a frame keeps a picture the first one counts. */
  picture(href: string): Frame | 'skip' {
    if (this.#image !== null) return 'skip';
    const isInFile = href !== '' && !/^[a-z][a-z0-9+.-]*:|^\//i.test(href);
    const number = isInFile ? this.found.push(href.replace(/^\.\//, '')) - 1 : null;
    this.#tree.count(1);
    const image = pictureElement(number, this.#alt);
    this.#image = image;
    const words = this.#tree.words();
    if (words === null) this.#tree.blocks()?.push(elementOf('p', [image]));
    else words.push(image);
    return { name: 'draw:image', blocks: null, words: null, after: null };
  }

  beginAside(name: string): void {
    if (name === 'svg:title' || name === 'svg:desc' || name === 'office:binary-data') {
      this.#aside = [];
      this.#asideOf = name;
    }
  }

  /** Answers whether the text is the picture's. */
  takesText(text: string): boolean {
    this.#aside?.push(text);
    return this.#aside !== null;
  }

  endAside(): void {
    const text = this.#aside?.join('') ?? '';
    this.#aside = null;
    if (this.#asideOf === 'office:binary-data') {
      if (this.#image !== null && text !== '') {
        const bytes = new Uint8Array(Buffer.from(text, 'base64'));
        const number = this.found.push({ name: '', bytes }) - 1;
        this.#image.properties['src'] = `picture:${number}`;
      }
    } else if (this.#asideOf !== '' && this.#alt === '') {
      this.#alt = text;
      if (this.#image !== null) this.#image.properties['alt'] = text;
    }
    this.#asideOf = '';
  }
}
