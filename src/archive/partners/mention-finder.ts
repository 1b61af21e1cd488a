import type { Span } from '../../shared/parsed-release';
import type { Partner, PartnerId } from '../../shared/partner';
import { AliasTrie } from './alias-trie';

/** A place in a text where a name of a partner stands. */
interface Mention {
  readonly partnerId: PartnerId;
  /** The name of the authority file that was found, as the file spells it. */
  readonly alias: string;
  readonly span: Span;
}

export interface MentionFinder {
  /**
   * Every mention, in the order of the text. Where names overlap, the one that starts first counts,
   * and of those the longest; a name that two partners share is mentioned for both.
   */
  readonly find: (text: string) => readonly Mention[];
}

/** A name of up to so many letters is taken for an abbreviation: its capitals must agree. */
const longestAcronym = 4;

interface Entry {
  readonly partnerId: PartnerId;
  readonly alias: string;
  /** Normalised, with its capitals. */
  readonly spelling: string;
  readonly exactCase: boolean;
}

interface Hit extends Span {
  readonly entry: Entry;
}

/**
 * A finder of all names and aliases of all partners, in one pass over a text (Aho and Corasick,
 * "Efficient string matching", CACM 18(6), 1975). Full-width forms, kinds of blanks and hyphens, and
 * line breaks inside a name don't matter; Latin names must be whole words, Chinese ones needn't.
 */
export function buildMentionFinder(
  partners: readonly Pick<Partner, 'id' | 'name' | 'aliases'>[],
): MentionFinder {
  const entries = new Map<string, Entry>();
  for (const partner of partners) {
    for (const alias of [partner.name, ...partner.aliases.map(({ name }) => name)]) {
      const spelling = normalise(alias).units.trim();
      if (!/[\p{L}\p{N}]/u.test(spelling)) continue;
      const letters = spelling.match(/\p{L}|\p{N}/gu)?.length ?? 0;
      const exactCase = letters <= longestAcronym;
      entries.set(`${partner.id}\n${spelling}`, {
        partnerId: partner.id,
        alias,
        spelling,
        exactCase,
      });
    }
  }
  const trie = new AliasTrie<Entry>();
  for (const entry of entries.values()) trie.add(lower(entry.spelling), entry);
  trie.close();
  return { find: (text) => (entries.size === 0 ? [] : findMentions(trie, text)) };
}

function findMentions(trie: AliasTrie<Entry>, text: string): readonly Mention[] {
  const { units, starts, ends } = normalise(text);
  const hits: Hit[] = [];
  trie.scan(lower(units), (end, entry) => {
    const start = end - entry.spelling.length;
    const sameCase = !entry.exactCase || units.slice(start, end) === entry.spelling;
    if (sameCase && isWhole(units, start, end)) hits.push({ start, end, entry });
  });
  hits.sort((a, b) => a.start - b.start || b.end - a.end);
  const mentions: Mention[] = [];
  let taken: Span = { start: -1, end: 0 };
  for (const { start, end, entry } of hits) {
    if (start < taken.end && !(start === taken.start && end === taken.end)) continue;
    taken = { start, end };
    const span = { start: starts[start] ?? 0, end: ends[end - 1] ?? text.length };
    mentions.push({ partnerId: entry.partnerId, alias: entry.alias, span });
  }
  return mentions;
}

/** A Latin letter or digit at the edge of a name may not go on as the same word outside. */
function isWhole(units: string, start: number, end: number): boolean {
  return !joins(units, start) && !joins(units, end);
}

function joins(units: string, seam: number): boolean {
  return isWordUnit(units.charCodeAt(seam - 1)) && isWordUnit(units.charCodeAt(seam));
}

function isWordUnit(code: number): boolean {
  if (code < 128)
    return (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
  // Scripts that put no blanks between words: Han, kana, Thai.
  if (
    (code >= 0x2e80 && code <= 0x9fff) ||
    (code >= 0xd800 && code <= 0xfaff) ||
    (code >= 0x0e00 && code <= 0x0e7f)
  )
    return false;
  return !Number.isNaN(code) && /[\p{L}\p{M}\p{N}]/u.test(String.fromCharCode(code));
}

/** Lower case, unit for unit: a letter whose small form is longer stays. */
function lower(units: string): string {
  const whole = units.toLowerCase();
  if (whole.length === units.length) return whole;
  return Array.from({ length: units.length }, (_, i) => {
    const small = units.charAt(i).toLowerCase();
    return small.length === 1 ? small : units.charAt(i);
  }).join('');
}

interface Normalised {
  readonly units: string;
  /** For every unit, the offset in the original where the character that gave it starts and ends. */
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
}

const cluster = /[^\p{M}]\p{M}+|[^]/uy;
const plain = /[^\u0021-\u007e\u4e00-\u9fff]/;

/** NFKC by character, blanks as one space, kinds of hyphen and apostrophe as one. */
function normalise(text: string): Normalised {
  const pieces: string[] = [];
  let starts = new Uint32Array(text.length + 64);
  let ends = new Uint32Array(text.length + 64);
  let length = 0;
  let blank = false;
  let at = 0;
  while (at < text.length) {
    const run = at;
    // Most characters stay what they are: whole runs of them are taken at once.
    while (at < text.length && isPlainAt(text, at)) {
      starts[length] = at;
      ends[length++] = ++at;
    }
    if (at > run) {
      pieces.push(text.slice(run, at));
      blank = false;
    }
    if (at >= text.length) break;
    cluster.lastIndex = at;
    const character = cluster.exec(text)?.[0] ?? text.charAt(at);
    const folded = foldCharacter(character);
    if (folded !== '' && !(folded === ' ' && blank)) {
      blank = folded === ' ';
      if (length + folded.length + (text.length - at) > starts.length) {
        starts = grow(starts, folded.length);
        ends = grow(ends, folded.length);
      }
      starts.fill(at, length, length + folded.length);
      ends.fill(at + character.length, length, length + folded.length);
      length += folded.length;
      pieces.push(folded);
    }
    at += character.length;
  }
  return { units: pieces.join(''), starts, ends };
}

/** Whether a unit needs no folding and no mark that combines with it follows. */
function isPlainAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (!((code > 0x20 && code < 0x7f) || (code >= 0x4e00 && code <= 0x9fff))) return false;
  const next = text.charCodeAt(at + 1);
  return (
    !(next >= 0x300) ||
    (next >= 0x3000 && next <= 0xd7ff) ||
    next >= 0xff00 ||
    (next >= 0x2000 && next < 0x20d0)
  );
}

function foldCharacter(character: string): string {
  if (character.length === 1 && !plain.test(character)) return character;
  if (/^\s+$/.test(character)) return ' ';
  if (/^[\u200b-\u200d\u2060\ufeff\u00ad]$/.test(character)) return '';
  if (/^[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]$/.test(character)) return '-';
  if (/^[\u2018\u2019\u02bc\uff07]$/.test(character)) return "'";
  return character.normalize('NFKC');
}

function grow(array: Uint32Array<ArrayBuffer>, atLeast: number): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(array.length * 2 + atLeast);
  larger.set(array);
  return larger;
}
