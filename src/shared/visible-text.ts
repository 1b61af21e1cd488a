/**
 * What has no shape of its own, or changes the shape of what stands around it: control characters (Unicode
 * Cc), breaks of lines and paragraphs, signs that turn the direction of writing (Unicode TR #9), blanks
 * without width, and halves of characters.
 */
const invisible =
  /[\u0000-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

const short: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/**
 * A name of a file, or a sentence with one, in which everything can be seen: such characters stand as
 * `\n`, `\x1b`, `\u202e`. File names may hold all of them, and could make a terminal do things, or show
 * another ending than the one that the file has.
 */
export function visibleText(text: string): string {
  return text.replaceAll(invisible, (character) => {
    const code = character.charCodeAt(0);
    const hex = code.toString(16);
    return (
      short[character] ??
      (code < 0x100 ? `\\x${hex.padStart(2, '0')}` : `\\u${hex.padStart(4, '0')}`)
    );
  });
}
