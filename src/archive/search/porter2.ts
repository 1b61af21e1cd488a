import { Buffer } from 'node:buffer';

/** Letters of the longest word that is stemmed. */
export const longestStemmed = 40;

const code = (letter: string): number => letter.charCodeAt(0);
const s = code('s');
const e = code('e');
const l = code('l');
const t = code('t');
const y = code('y');
const i = code('i');
/** A `y` that stands for a consonant. */
const consonantY = code('Y');

function setOf(letters: string): Uint8Array {
  const set = new Uint8Array(128);
  for (const letter of letters) set[code(letter)] = 1;
  return set;
}
const vowels = setOf('aeiouy');
const doubled = setOf('bdfgmnprt');
const beforeLi = setOf('cdeghkmnrt');
/** What ends no short syllable, beside vowels. */
const lengthening = setOf('wxY');

/** Words with stems of their own. */
const exceptions: ReadonlyMap<string, string> = new Map([
  ['skis', 'ski'],
  ['skies', 'sky'],
  ['dying', 'die'],
  ['lying', 'lie'],
  ['tying', 'tie'],
  ['idly', 'idl'],
  ['gently', 'gentl'],
  ['ugly', 'ugli'],
  ['early', 'earli'],
  ['only', 'onli'],
  ['singly', 'singl'],
  ...['sky', 'news', 'atlas', 'cosmos', 'bias', 'andes'].map((word) => [word, word] as const),
]);
/** Words that stay as they are when a plural's ending is gone. */
const invariant: ReadonlySet<string> = new Set([
  'inning',
  'outing',
  'canning',
  'herring',
  'earring',
  'proceed',
  'exceed',
  'succeed',
]);
const wholeBeginnings = ['gener', 'commun', 'arsen'];

type Rules = readonly (readonly [ending: string, replacement: string])[];

/** Longer endings stand before the ones that they end with. */
const step2: Rules = [
  ['ational', 'ate'],
  ['tional', 'tion'],
  ['enci', 'ence'],
  ['anci', 'ance'],
  ['abli', 'able'],
  ['entli', 'ent'],
  ['izer', 'ize'],
  ['ization', 'ize'],
  ['ation', 'ate'],
  ['ator', 'ate'],
  ['alism', 'al'],
  ['aliti', 'al'],
  ['alli', 'al'],
  ['fulness', 'ful'],
  ['ousli', 'ous'],
  ['ousness', 'ous'],
  ['iveness', 'ive'],
  ['iviti', 'ive'],
  ['biliti', 'ble'],
  ['bli', 'ble'],
  ['fulli', 'ful'],
  ['lessli', 'less'],
];
const step3: Rules = [
  ['ational', 'ate'],
  ['tional', 'tion'],
  ['alize', 'al'],
  ['icate', 'ic'],
  ['iciti', 'ic'],
  ['ical', 'ic'],
  ['ful', ''],
  ['ness', ''],
];
const step4 = [
  'ement',
  'ment',
  'ance',
  'ence',
  'able',
  'ible',
  'ant',
  'ent',
  'ism',
  'ate',
  'iti',
].concat(['ous', 'ive', 'ize', 'al', 'er', 'ic']);

/** The word that is being stemmed. */
const word = Buffer.alloc(longestStemmed + 2);
let length = 0;
/** Where the regions R1 and R2 begin. */
let first = 0;
let second = 0;

/**
 * The stem of an English word of three to `longestStemmed` letters a to z, after M. F. Porter, "The
 * English (Porter2) stemming algorithm", 2001.
 */
export function stemEnglish(text: string): string {
  const exception = text.length <= 6 ? exceptions.get(text) : undefined;
  if (exception !== undefined) return exception;
  load(text);
  markRegions(text);
  removePlural();
  if (length >= 6 && length <= 7) {
    const singular = word.toString('latin1', 0, length);
    if (invariant.has(singular)) return singular;
  }
  removeEdAndIng();
  replaceY();
  shortenLongEndings();
  if (!replaceFirst(step3)) removeAtive();
  removeEndings();
  removeLast();
  for (let at = 0; at < length; at += 1) if (word[at] === consonantY) word[at] = y;
  return word.toString('latin1', 0, length);
}

function load(text: string): void {
  length = text.length;
  for (let at = 0; at < length; at += 1) word[at] = text.charCodeAt(at);
  if (word[0] === y) word[0] = consonantY;
  for (let at = 1; at < length; at += 1) {
    if (word[at] !== y || word[at - 1] === y || !isVowel(at - 1)) continue;
    // Only the first one: so does whatever marks the words that were found in the window.
    word[at] = consonantY;
    return;
  }
}

function isVowel(at: number): boolean {
  return vowels[word[at] ?? 0] === 1;
}

function markRegions(text: string): void {
  const beginning = wholeBeginnings.find((each) => text.startsWith(each));
  first = beginning === undefined ? behindSyllable(0) : beginning.length;
  second = behindSyllable(first);
}

/** Behind the first consonant that follows a vowel, from `from` on. */
function behindSyllable(from: number): number {
  let at = from;
  while (at < length && !isVowel(at)) at += 1;
  while (at < length && isVowel(at)) at += 1;
  return Math.min(length, at + 1);
}

function endsWith(ending: string): boolean {
  const start = length - ending.length;
  if (start < 0) return false;
  for (let at = ending.length - 1; at >= 0; at -= 1) {
    if (word[start + at] !== ending.charCodeAt(at)) return false;
  }
  return true;
}

function hasVowelBefore(end: number): boolean {
  for (let at = 0; at < end; at += 1) if (isVowel(at)) return true;
  return false;
}

/** Puts an ending in place of the last letters. */
function replaceLast(letters: number, replacement: string): void {
  length -= letters;
  for (let at = 0; at < replacement.length; at += 1) word[length + at] = replacement.charCodeAt(at);
  length += replacement.length;
}

/** Step 1a. */
function removePlural(): void {
  if (word[length - 1] === s) {
    if (length > 4 && endsWith('sses')) length -= 2;
    else if (endsWith('ies')) length -= length > 4 ? 2 : 1;
    else if (word[length - 2] !== s && word[length - 2] !== code('u')) {
      if (hasVowelBefore(length - 2)) length -= 1;
    }
  } else if (endsWith('ied')) length -= length > 4 ? 2 : 1;
}

/** Step 1b. */
function removeEdAndIng(): void {
  for (const ending of ['eedly', 'eed']) {
    if (!endsWith(ending)) continue;
    if (length - ending.length >= first) replaceLast(ending.length, 'ee');
    return;
  }
  const ending = ['ingly', 'edly', 'ing', 'ed'].find(endsWith);
  if (ending === undefined || !hasVowelBefore(length - ending.length)) return;
  length -= ending.length;
  if (endsWith('at') || endsWith('bl') || endsWith('iz')) replaceLast(0, 'e');
  else if (word[length - 1] === word[length - 2] && doubled[word[length - 1] ?? 0] === 1) {
    length -= 1;
  } else if (first >= length && endsInShortSyllable(length)) replaceLast(0, 'e');
}

/** Whether the letters before `end` do. */
function endsInShortSyllable(end: number): boolean {
  const last = word[end - 1] ?? 0;
  if (end === 1) return vowels[last] === 1;
  if (vowels[last] === 1 || !isVowel(end - 2)) return false;
  return end === 2 || (lengthening[last] !== 1 && !isVowel(end - 3));
}

/** Step 1c. */
function replaceY(): void {
  const last = word[length - 1];
  if ((last === y || last === consonantY) && length > 2 && !isVowel(length - 2)) {
    word[length - 1] = i;
  }
}

/** Answers whether one of the endings stood there, be it in R1 or not. */
function replaceFirst(rules: Rules): boolean {
  for (const [ending, replacement] of rules) {
    if (!endsWith(ending)) continue;
    if (length - ending.length >= first) replaceLast(ending.length, replacement);
    return true;
  }
  return false;
}

/** Step 2. */
function shortenLongEndings(): void {
  if (replaceFirst(step2)) return;
  if (endsWith('ogi')) {
    if (length - 3 >= first && word[length - 4] === l) length -= 1;
  } else if (endsWith('li') && length - 2 >= first && beforeLi[word[length - 3] ?? 0] === 1) {
    length -= 2;
  }
}

/** The rest of step 3. */
function removeAtive(): void {
  if (endsWith('ative') && length - 5 >= second) length -= 5;
}

/** Step 4. */
function removeEndings(): void {
  for (const ending of step4) {
    if (!endsWith(ending)) continue;
    if (length - ending.length >= second) length -= ending.length;
    return;
  }
  if (endsWith('ion') && length - 3 >= second) {
    const before = word[length - 4];
    if (before === s || before === t) length -= 3;
  }
}

/** Step 5. */
function removeLast(): void {
  const last = word[length - 1];
  if (last === e) {
    if (length - 1 >= second || (length - 1 >= first && !endsInShortSyllable(length - 1))) {
      length -= 1;
    }
  } else if (last === l && length - 1 >= second && word[length - 2] === l) length -= 1;
}
