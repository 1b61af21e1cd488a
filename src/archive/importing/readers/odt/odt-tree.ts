import type { Element, ElementContent } from 'hast';
import { elementOf } from '../markdown/hast';

/** Deeper than this nobody writes; walkers of trees need the stack. */
const deepest = 400;
/** As many as of a web page. */
const maxElements = 250_000;

export interface Frame {
  readonly name: string;
  /** Takes paragraphs, lists and tables; null where only words can stand. */
  readonly blocks: ElementContent[] | null;
  /** Takes words; null where there can be none. */
  readonly words: ElementContent[] | null;
  /** Blocks that stand within a paragraph, such as a text box: they come after it. */
  readonly after: ElementContent[] | null;
  readonly close?: () => void;
}

/** The tree that grows, and the elements of the file that are open. */
export class OdtTree {
  readonly root: ElementContent[] = [];
  readonly #frames: Frame[] = [];
  #elements = 0;

  get isFull(): boolean {
    return this.#elements > maxElements;
  }

  /** Throws RangeError for what nests without end. */
  requireRoom(): void {
    if (this.#frames.length >= deepest) throw new RangeError('elements nest too deep');
  }

  open(frame: Frame): void {
    this.#frames.push(frame);
  }

  close(): void {
    this.#frames.pop()?.close?.();
  }

  count(elements: number): void {
    this.#elements += elements;
  }

  element(tagName: string): Element {
    this.count(1);
    return elementOf(tagName, []);
  }

  /** A block that takes blocks, where the next one goes. */
  block(tagName: string): Frame {
    const element = this.element(tagName);
    this.blocks()?.push(element);
    return { name: tagName, blocks: element.children, words: null, after: null };
  }

  say(value: string): void {
    this.words()?.push({ type: 'text', value });
  }

  /** Where a block goes: into what holds blocks, or behind the paragraph in which it stands. */
  blocks(): ElementContent[] | null {
    for (let i = this.#frames.length - 1; i >= 0; i--) {
      const frame = this.#frames[i];
      const found = frame?.after ?? frame?.blocks ?? null;
      if (found !== null) return found;
    }
    return null;
  }

  words(): ElementContent[] | null {
    for (let i = this.#frames.length - 1; i >= 0; i--) {
      const frame = this.#frames[i];
      if (frame?.words != null) return frame.words;
      if (frame?.blocks != null) return null;
    }
    return null;
  }
}
