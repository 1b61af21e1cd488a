import { Random } from '../../harness/random';
import type { CorpusDocument } from '../../material/corpus-document';

/*
 * English phrases and what a plain scan of all texts finds for them. The scan is independent of
 * every engine: lower case, words are runs of letters and digits, a phrase is words in sequence
 * within a headline or a body.
 */

export const phraseCount = 200;
const longest = 5;

export interface Phrases {
  readonly asked: readonly Phrase[];
  /** Cut like the others, but whether a text holds them depends on how its punctuation is read. */
  readonly ambiguous: number;
}

export interface Phrase {
  readonly text: string;
  /** Ids of the documents that hold it. */
  readonly holders: ReadonlySet<string>;
}

/**
 * Two to five words each, cut from bodies where nothing but single spaces stands between letters;
 * stop words stay. Not asked are those whose holders differ when apostrophes and dots within words
 * are read as part of the word ("U.S.", "Senator's"): both readings are right.
 */
export function phrasesOf(documents: readonly CorpusDocument[]): Phrases {
  const split = documents.map((document) => scanned(document, wordsSplit));
  const joined = documents.map((document) => scanned(document, wordsJoined));
  const random = new Random(2);
  const asked = new Map<string, Phrase>();
  let ambiguous = 0;
  for (let tries = 0; asked.size < phraseCount && tries < 100 * phraseCount; tries += 1) {
    const text = cutFrom(random.choose(documents).body, random);
    if (text === null || asked.has(text)) continue;
    const needle = ` ${text.toLowerCase()} `;
    const holders = holdersOf(needle, split, documents);
    if (sameSet(holders, holdersOf(needle, joined, documents))) asked.set(text, { text, holders });
    else ambiguous += 1;
  }
  return { asked: [...asked.values()], ambiguous };
}

function cutFrom(body: string, random: Random): string | null {
  const words = body.split(' ');
  const length = 2 + random.below(longest - 1);
  if (words.length < length) return null;
  const start = random.below(words.length - length + 1);
  const text = words.slice(start, start + length).join(' ');
  return /^[A-Za-z]+(?: [A-Za-z]+)+$/.test(text) ? text : null;
}

/** Words with one space before, between and after them; fields are kept apart. */
function scanned(document: CorpusDocument, words: (text: string) => string[]): string {
  const fields = [document.headline, document.body];
  return fields.map((text) => ` ${words(text).join(' ')} `).join('\n');
}

function wordsSplit(text: string): string[] {
  return text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
}

function wordsJoined(text: string): string[] {
  const read = text
    .replace(/['’](?:s|S)(?![\p{L}\p{N}])/gu, '')
    .replace(/(?<=[\p{L}\p{N}])['’.&](?=[\p{L}\p{N}])/gu, '');
  return wordsSplit(read);
}

function holdersOf(
  needle: string,
  texts: readonly string[],
  documents: readonly CorpusDocument[],
): Set<string> {
  return new Set(documents.filter((_, row) => texts[row]?.includes(needle)).map(({ id }) => id));
}

export function sameSet(left: ReadonlySet<string>, right: ReadonlySet<string>): boolean {
  return left.size === right.size && [...left].every((one) => right.has(one));
}
