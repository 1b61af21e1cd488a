import { roleOfStyle, type ParagraphRole } from '../office/styles';
import type { RtfGroups } from './rtf-groups';

const mostRoles = 10_000;
/** Styles that are based on each other. */
const mostBases = 16;

/** What the styles of paragraphs are for, as the document's table of styles names them. */
export class RtfStyles {
  readonly #styles = new Map<number, { role: ParagraphRole; base: number }>();
  #style = { number: 0, base: -1 };

  /** A word of `\stylesheet`. */
  take(name: string, value: number, groups: RtfGroups): void {
    if (name === 'sbasedon') this.#style.base = value;
    if (name !== 's' && name !== 'cs' && name !== 'ds') return;
    const style = { number: name === 's' ? value : -1, base: -1 };
    this.#style = style;
    // The name stands at the end of the style's group.
    groups.collect((text) => {
      if (style.number < 0 || this.#styles.size >= mostRoles) return;
      const role = roleOfStyle((text.split(';')[0] ?? '').trim());
      this.#styles.set(style.number, { role, base: style.base });
    });
  }

  roleOf(style: number): ParagraphRole {
    let number = style;
    for (let i = 0; i < mostBases; i++) {
      const found = this.#styles.get(number);
      if (found === undefined) return null;
      if (found.role !== null) return found.role;
      number = found.base;
    }
    return null;
  }
}
