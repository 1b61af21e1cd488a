const bulletFormat = 23;
const noFormat = 255;

/** The lists that a document declares at its top, word by word as they come. */
export class RtfLists {
  readonly #formats = new Map<number, number[]>();
  readonly #overrides = new Map<number, number>();
  #levels: number[] = [];
  #id = 0;

  /** A word of `\listtable` or `\listoverridetable`. */
  take(name: string, value: number): void {
    switch (name) {
      case 'list':
        this.#levels = [];
        return;
      case 'listlevel':
        this.#levels.push(bulletFormat);
        return;
      case 'levelnfc':
      case 'levelnfcn':
        if (this.#levels.length > 0) this.#levels[this.#levels.length - 1] = value;
        return;
      case 'listid':
        this.#id = value;
        if (!this.#formats.has(value)) this.#formats.set(value, this.#levels);
        return;
      case 'ls':
        this.#overrides.set(value, this.#id);
    }
  }

  kindOf(override: number, level: number): 'numbered' | 'bulleted' | 'plain' {
    const formats = this.#formats.get(this.#overrides.get(override) ?? 0);
    const format = formats?.[Math.min(Math.max(level, 0), formats.length - 1)];
    if (format === noFormat) return 'plain';
    return format === undefined || format === bulletFormat ? 'bulleted' : 'numbered';
  }
}
