import { SaxesParser } from 'saxes';
import { roleOfStyle, type ParagraphRole } from '../office/styles';

/** How a style makes letters look; null where it leaves that to what it stands in. */
export interface LetterStyle {
  readonly bold: boolean | null;
  readonly italic: boolean | null;
  readonly struck: boolean | null;
  readonly hidden: boolean;
}

interface Style extends LetterStyle {
  readonly displayName: string;
  readonly parent: string;
  readonly isAutomatic: boolean;
}

const plain: LetterStyle = { bold: null, italic: null, struck: null, hidden: false };
/** Styles derive from each other; a circle ends here. */
const mostParents = 32;

/** The styles of an OpenDocument text, gathered from its parts. */
export class OdtStyles {
  readonly #styles = new Map<string, Style>();
  /** By the name of a list's style: whether its levels are numbered, from the outermost. */
  readonly #lists = new Map<string, boolean[]>();

  /** Takes in the styles of a part. What is damaged from somewhere on counts up to there. */
  gather(xml: string): void {
    const parser = new SaxesParser();
    let isAutomatic = false;
    let key = '';
    let levels: boolean[] | null = null;
    parser.on('opentag', ({ name, attributes: given }) => {
      const value = (attribute: string): string => given[attribute] ?? '';
      switch (name) {
        case 'office:automatic-styles':
          isAutomatic = true;
          return;
        case 'office:styles':
          isAutomatic = false;
          return;
        case 'style:style':
          key = `${value('style:family')}:${value('style:name')}`;
          this.#styles.set(key, {
            ...plain,
            displayName: value('style:display-name') || unescapedName(value('style:name')),
            parent: value('style:parent-style-name'),
            isAutomatic,
          });
          return;
        case 'style:text-properties': {
          const style = this.#styles.get(key);
          if (style !== undefined) this.#styles.set(key, { ...style, ...letters(value) });
          return;
        }
        case 'text:list-style':
          levels = [];
          this.#lists.set(value('style:name'), levels);
          return;
        case 'text:list-level-style-number':
        case 'text:list-level-style-bullet':
        case 'text:list-level-style-image':
          // A number without a format shows nothing.
          levels?.push(name.endsWith('number') && value('style:num-format') !== '');
      }
    });
    parser.on('closetag', ({ name }) => {
      if (name === 'style:style') key = '';
      if (name === 'text:list-style') levels = null;
    });
    try {
      parser.write(xml).close();
    } catch {
      return;
    }
  }

  /** What the style, or the first of those that it derives from, makes of a paragraph. */
  roleOf(name: string): ParagraphRole {
    let current = name;
    for (let i = 0; i < mostParents && current !== ''; i++) {
      const style = this.#styles.get(`paragraph:${current}`);
      const role = roleOfStyle(style?.displayName ?? unescapedName(current));
      if (role !== null) return role;
      current = style?.parent ?? '';
    }
    return null;
  }

  lettersOf(name: string): LetterStyle {
    return this.#styles.get(`text:${name}`) ?? plain;
  }

  /** Of a paragraph that somebody marked as a whole; what its named style looks like says nothing. */
  lettersOfParagraph(name: string): LetterStyle {
    const style = this.#styles.get(`paragraph:${name}`);
    return style?.isAutomatic === true ? style : plain;
  }

  /** `level` counts from 0. */
  isNumbered(listStyle: string, level: number): boolean {
    return this.#lists.get(listStyle)?.[level] ?? false;
  }
}

function letters(value: (attribute: string) => string): LetterStyle {
  const weight = value('fo:font-weight');
  const slant = value('fo:font-style');
  const line = value('style:text-line-through-style') || value('style:text-line-through-type');
  return {
    bold: weight === '' ? null : weight === 'bold' || Number(weight) >= 600,
    italic: slant === '' ? null : slant !== 'normal',
    struck: line === '' ? null : line !== 'none',
    hidden: value('text:display') === 'none',
  };
}

/** `Heading_20_1` is "Heading 1". */
function unescapedName(name: string): string {
  return name.replaceAll(/_([0-9a-f]{1,4})_/gi, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}
