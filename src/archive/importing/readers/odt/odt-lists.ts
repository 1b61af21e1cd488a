import type { OdtStyles } from './odt-styles';
import type { Frame, OdtTree } from './odt-tree';

const deepest = 12;

/** Lists and their items. */
export class OdtLists {
  readonly #tree: OdtTree;
  readonly #styles: OdtStyles;
  /** The style of each list that is open, the innermost last. */
  readonly #open: string[] = [];
  /** Lists that are too deep to be told as lists. */
  #unwrapped = 0;

  constructor(tree: OdtTree, styles: OdtStyles) {
    this.#tree = tree;
    this.#styles = styles;
  }

  list(style: string): Frame {
    if (this.#open.length >= deepest) {
      this.#unwrapped++;
      const unwrapped = (): void => {
        this.#unwrapped--;
      };
      const blocks = this.#tree.blocks();
      return { name: 'text:list', blocks, words: null, after: null, close: unwrapped };
    }
    const own = style || (this.#open.at(-1) ?? '');
    const isNumbered = this.#styles.isNumbered(own, this.#open.length);
    this.#open.push(own);
    const close = (): void => {
      this.#open.pop();
    };
    return { ...this.#tree.block(isNumbered ? 'ol' : 'ul'), name: 'text:list', close };
  }

  /** A line of its own, unless it holds several paragraphs. */
  item(): Frame | null {
    if (this.#unwrapped > 0) return null;
    const frame = this.#tree.block('li');
    const close = (): void => {
      const blocks = frame.blocks ?? [];
      const [first, ...others] = blocks;
      const isLine = others.every(
        (other) => other.type === 'element' && /^[uo]l$/.test(other.tagName),
      );
      if (first?.type !== 'element' || first.tagName !== 'p' || !isLine) return;
      blocks.splice(0, 1, ...first.children);
    };
    return { ...frame, close };
  }
}
