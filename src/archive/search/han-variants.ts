import hongKongVariants from 'opencc-js/dict/HKVariantsRev';
import taiwanVariants from 'opencc-js/dict/TWVariantsRev';
import traditionalToSimplified from 'opencc-js/dict/TSCharacters';

/**
 * Characters that OpenCC simplifies only inside certain words (瞭解, 憑藉, 拉鍊, 復甦, 答覆); the
 * others in which they stay (瞭望) are written with either.
 */
const simplifiedInWords = '瞭 了|藉 借|鍊 链|甦 苏|覆 复';

/** Characters that are written in several ways, as trees whose roots stand for all of them. */
class Variants {
  readonly #parents = new Map<number, number>();
  readonly #roots = new Set<number>();

  /** Pairs like "華 华" parted by "|": a character and the one that it becomes. */
  add(pairs: string): void {
    let at = 0;
    while (at < pairs.length) {
      const from = pairs.codePointAt(at) ?? 0;
      at += from > 0xffff ? 3 : 2;
      const to = pairs.codePointAt(at) ?? 0;
      this.#join(this.rootOf(from), this.rootOf(to));
      const next = pairs.indexOf('|', at);
      at = next < 0 ? pairs.length : next + 1;
    }
  }

  rootOf(codePoint: number): number {
    let at = codePoint;
    for (;;) {
      const parent = this.#parents.get(at);
      if (parent === undefined) return at;
      at = parent;
    }
  }

  /** A root that stands for others already goes on doing so. */
  #join(from: number, to: number): void {
    if (from === to) return;
    const turned = this.#roots.has(from) && !this.#roots.has(to);
    this.#parents.set(turned ? to : from, turned ? from : to);
    this.#roots.add(turned ? from : to);
  }
}

let variants: Variants | null = null;

/**
 * The code point that stands for a Han character in whichever way it is written: the simplified
 * one. Source: OpenCC's character tables, from traditional to simplified and the variants of Hong
 * Kong and Taiwan. Some of those are simplified characters too (台, 群, 里), so whatever the tables
 * connect is one character, whichever way they point. Phrases are left out: one character stays
 * one, and places in a text stay where they are.
 */
export function simplifiedHan(codePoint: number): number {
  if (variants === null) {
    variants = new Variants();
    variants.add(traditionalToSimplified);
    variants.add(simplifiedInWords);
    variants.add(taiwanVariants);
    variants.add(hongKongVariants);
  }
  return variants.rootOf(codePoint);
}

let standard: ReadonlySet<number> | null = null;
/** In GB 2312, and yet not written in simplified texts. */
const onlyTraditional: ReadonlySet<number> = new Set(
  ['後', '麽', '菸'].map((c) => c.codePointAt(0) ?? 0),
);

/** The 6,763 characters of GB 2312: the ones that simplified Chinese is written with. */
function standardCharacters(): ReadonlySet<number> {
  const bytes: number[] = [];
  for (let row = 0xb0; row <= 0xf7; row += 1) {
    for (let cell = 0xa1; cell <= 0xfe; cell += 1) bytes.push(row, cell);
  }
  const text = new TextDecoder('gbk').decode(Uint8Array.from(bytes));
  return new Set(Array.from(text, (character) => character.codePointAt(0) ?? 0));
}

/** UTF-16 units that are written in traditional texts only, and what simplified ones have for them. */
interface Twins {
  readonly pattern: RegExp;
  readonly simplified: ReadonlyMap<string, string>;
}

/** 於 is in GB 2312 for a surname; texts that have it mean 于. */
const insteadOfYu = 0x65bc;

let twins: Twins | null = null;

function findTwins(): Twins {
  standard ??= standardCharacters();
  const simplified = new Map<string, string>();
  for (let unit = 0x3400; unit < 0xa000; unit += 1) {
    if (standard.has(unit) && !onlyTraditional.has(unit) && unit !== insteadOfYu) continue;
    const root = simplifiedHan(unit);
    if (root !== unit && standard.has(root))
      simplified.set(String.fromCharCode(unit), String.fromCharCode(root));
  }
  return { pattern: new RegExp(`[${[...simplified.keys()].join('')}]`, 'g'), simplified };
}

/**
 * The text in simplified characters, one UTF-16 unit for one. A character that simplified texts have
 * too stays as it is.
 */
export function inSimplifiedHan(text: string): string {
  if (!/[\u3400-\u9fff]/.test(text)) return text;
  twins ??= findTwins();
  const { pattern, simplified } = twins;
  return text.replace(pattern, (unit) => simplified.get(unit) ?? unit);
}

const isDistinct = 1;
const isNotDistinct = 2;
/** What was found out of each UTF-16 code unit; every Han character of a text is asked about. */
const knownUnits = new Uint8Array(0x10000);

/**
 * Whether a character is one of its own in simplified Chinese although `simplifiedHan` gives another
 * one for it: 著 of 著作 is not 着, 覆 of 覆盖 is not 复. Alone such a character stands for itself.
 */
export function isDistinctHan(codePoint: number): boolean {
  const known = knownUnits[codePoint];
  if (known === isDistinct || known === isNotDistinct) return known === isDistinct;
  const found = isOfItsOwn(codePoint);
  if (codePoint < knownUnits.length) knownUnits[codePoint] = found ? isDistinct : isNotDistinct;
  return found;
}

function isOfItsOwn(codePoint: number): boolean {
  const root = simplifiedHan(codePoint);
  if (root === codePoint || onlyTraditional.has(codePoint)) return false;
  standard ??= standardCharacters();
  return standard.has(codePoint) && standard.has(root);
}
