/** Releases that follow one another under a heading of their own. */
export interface SectionShape {
  /** The first of its releases. */
  readonly at: number;
  /** What its heading takes; CSS pixels. */
  readonly heading: number;
}

/** What decides where the releases of the list lie; CSS pixels. */
export interface ListShape {
  readonly rows: number;
  /** Of one line. */
  readonly height: number;
  /** Releases beside one another in a line. */
  readonly columns: number;
  /** Ascending, the first at 0; each begins a new line. */
  readonly sections: readonly SectionShape[];
  /** What of a heading stays in sight above its releases, and covers them there. */
  readonly pinned: number;
}

interface Section extends SectionShape {
  /** The release behind its last one. */
  readonly end: number;
  /** Where its heading begins. */
  readonly top: number;
}

/** A divider needs rows on both sides. */
export function dividerPlace(complete: number, total: number): number | null {
  return complete > 0 && complete < total ? complete : null;
}

/**
 * Where the releases of the list lie. Lines are alike in height, so that release 80,000 has a place
 * before anybody has seen it.
 */
export class RowPlaces {
  readonly shape: ListShape;
  readonly #sections: readonly Section[];

  constructor(shape: ListShape) {
    this.shape = shape;
    let top = 0;
    this.#sections = shape.sections.map(({ at, heading }, index) => {
      const end = shape.sections[index + 1]?.at ?? shape.rows;
      const section = { at, heading, end, top };
      top += heading + Math.ceil((end - at) / shape.columns) * shape.height;
      return section;
    });
  }

  /** Of everything. */
  get height(): number {
    const last = this.#sections.at(-1);
    return last === undefined ? 0 : this.#bottomOf(last);
  }

  topOf(index: number): number {
    const section = this.#withRow(index);
    const line = Math.floor((index - section.at) / this.shape.columns);
    return section.top + section.heading + line * this.shape.height;
  }

  columnOf(index: number): number {
    return (index - this.#withRow(index).at) % this.shape.columns;
  }

  /** The first release of the line at this height; a heading counts as the line below it. */
  rowAt(y: number): number {
    const section = this.#sections[this.#lastWhere(({ top }) => top <= y)];
    if (section === undefined) return 0;
    const { columns, height } = this.shape;
    const line = Math.max(0, Math.floor((y - section.top - section.heading) / height));
    const last = Math.ceil((section.end - section.at) / columns) - 1;
    return section.at + Math.max(0, Math.min(line, last)) * columns;
  }

  /** The last release of the line at this height. */
  lastAt(y: number): number {
    const first = this.rowAt(y);
    return Math.min(first + this.shape.columns, this.#withRow(first).end) - 1;
  }

  sectionOf(index: number): number {
    return this.#lastWhere(({ at }) => at <= index);
  }

  /** Where a section lies, and the releases in it, `end` not among them. */
  section(number: number): {
    readonly at: number;
    readonly end: number;
    readonly top: number;
    readonly heading: number;
    readonly height: number;
  } {
    const section = this.#sections[number] ?? nothing;
    return { ...section, height: this.#bottomOf(section) - section.top };
  }

  /**
   * The release so many lines further down (up, below zero), in the same column where that line has
   * one; null where there is no such line.
   */
  below(index: number, lines: number): number | null {
    let at: number | null = index;
    for (let left = Math.abs(lines); left > 0 && at !== null; left -= 1) {
      at = lines > 0 ? this.#lineBelow(at) : this.#lineAbove(at);
    }
    return at;
  }

  /** How far the list must be scrolled so that a release is in sight; null: it is. */
  scrollTo(index: number, scrolled: number, visible: number): number | null {
    const { at, top: sectionTop } = this.#withRow(index);
    const top = this.topOf(index);
    const isFirst = index < at + this.shape.columns;
    // The first line of a section brings its heading along.
    const upper = isFirst ? sectionTop : top - this.shape.pinned;
    if (upper < scrolled) return upper;
    const lower = top + this.shape.height - visible;
    return lower > scrolled ? lower : null;
  }

  #lineBelow(index: number): number | null {
    const { columns } = this.shape;
    const { at, end } = this.#withRow(index);
    if (index + columns < end) return index + columns;
    const column = (index - at) % columns;
    // The section's last line may be shorter.
    if (index - column + columns < end) return end - 1;
    if (end >= this.shape.rows) return null;
    return Math.min(end + column, this.#withRow(end).end - 1);
  }

  #lineAbove(index: number): number | null {
    const { columns } = this.shape;
    const { at } = this.#withRow(index);
    if (index - columns >= at) return index - columns;
    if (at === 0) return null;
    const above = this.#withRow(at - 1);
    const lastLine = at - 1 - ((at - 1 - above.at) % columns);
    return Math.min(lastLine + ((index - at) % columns), at - 1);
  }

  #bottomOf({ at, end, top, heading }: Section): number {
    return top + heading + Math.ceil((end - at) / this.shape.columns) * this.shape.height;
  }

  #withRow(index: number): Section {
    return this.#sections[this.sectionOf(index)] ?? nothing;
  }

  /** The last section for which this holds; it holds for the first ones. */
  #lastWhere(holds: (section: Section) => boolean): number {
    let low = 0;
    let high = this.#sections.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      const section = this.#sections[middle];
      if (section !== undefined && holds(section)) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

const nothing: Section = { at: 0, end: 0, heading: 0, top: 0 };
