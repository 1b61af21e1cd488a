import type { ElementContent } from 'hast';
import type { Frame, OdtTree } from './odt-tree';

const mostRepeated = 64;

/** The cells of tables; empty ones are written once with a number. */
export class OdtTables {
  readonly #tree: OdtTree;
  /** How many more empty cells a row has behind its last one. */
  readonly #emptyCells = new WeakMap<ElementContent[], number>();

  constructor(tree: OdtTree) {
    this.#tree = tree;
  }

  cell(repeated: number): Frame {
    const row = this.#tree.blocks() ?? [];
    // Empty ones are written out once another follows; behind the last one there may be a million.
    const empty = this.#emptyCells.get(row) ?? 0;
    this.#emptyCells.delete(row);
    for (let i = 0; i < empty; i++) row.push(this.#tree.element('td'));
    const frame = this.#tree.block('td');
    const close = (): void => {
      if ((frame.blocks?.length ?? 0) > 0 || !(repeated > 1)) return;
      this.#emptyCells.set(row, Math.min(repeated, mostRepeated) - 1);
    };
    return { ...frame, close };
  }
}
