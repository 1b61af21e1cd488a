import iconv from 'iconv-lite';
import { encodingOfCodePage } from '../office/code-pages';

/** Code pages by the number of a font's set of characters (RTF 1.9.1, `\fcharset`). */
const codePages = new Map([
  [77, 10000],
  [128, 932],
  [129, 949],
  [134, 936],
  [136, 950],
  [161, 1253],
  [162, 1254],
  [163, 1258],
  [177, 1255],
  [178, 1256],
  [186, 1257],
  [204, 1251],
  [222, 874],
  [238, 1250],
  [254, 437],
  [255, 850],
]);

const western = 1252;
const ofTwoBytes = new Set([932, 936, 949, 950, 54936]);

/** Decodes letters by their font, and by the code page of the document where that says nothing. */
export class RtfEncoding {
  /** Of the document. */
  #codePage = western;
  readonly #fonts = new Map<number, number>();
  /** The font of which the table of fonts speaks just now. */
  #tableFont = 0;

  /** A word of `\fonttbl`. */
  takeOfFonts(name: string, value: number): void {
    if (name === 'f') this.#tableFont = value;
    if (name === 'fcharset') this.#setCharacters(this.#tableFont, value);
    if (name === 'cpg' && value > 0) this.#fonts.set(this.#tableFont, value);
  }

  /** A word at the beginning of the document that says how its letters are written. */
  take(name: string, value: number | null): void {
    switch (name) {
      case 'ansicpg':
        if (value !== null && value > 0) this.#codePage = value;
        return;
      case 'mac':
        this.#codePage = 10000;
        return;
      case 'pc':
        this.#codePage = 437;
        return;
      case 'pca':
        this.#codePage = 850;
    }
  }

  decode(bytes: Buffer, font: number): string {
    const codePage = this.#fonts.get(font) ?? this.#codePage;
    // Chinese programs keep their letters under a Western font's name.
    return codePage === western && ofTwoBytes.has(this.#codePage)
      ? decodedInPairs(bytes, this.#codePage)
      : decoded(bytes, codePage);
  }

  /** `set` is the font's set of characters; 1 stands for the document's own. */
  #setCharacters(font: number, set: number): void {
    if (set === 0) this.#fonts.set(font, western);
    const codePage = codePages.get(set);
    if (codePage !== undefined) this.#fonts.set(font, codePage);
  }
}

function decoded(bytes: Buffer, codePage: number): string {
  return iconv.decode(bytes, encodingOfCodePage(codePage) ?? 'windows-1252');
}

/** What lies beyond ASCII in pairs is of two bytes a letter; alone it's an accent or a quotation mark. */
function decodedInPairs(bytes: Buffer, codePage: number): string {
  const parts: string[] = [];
  let start = 0;
  for (let at = 1; at <= bytes.length; at++) {
    const isHigh = (bytes[start] ?? 0) >= 0x80;
    if (at < bytes.length && (bytes[at] ?? 0) >= 0x80 === isHigh) continue;
    const stretch = bytes.subarray(start, at);
    const text = isHigh && stretch.length % 2 === 0 ? decoded(stretch, codePage) : '\ufffd';
    parts.push(text.includes('\ufffd') ? decoded(stretch, western) : text);
    start = at;
  }
  return parts.join('');
}
