import type { Token } from '../text-analysis';

/** "20+8", "华为5G" and runs of Han characters are meant as they stand; "well-known" needn't be. */
export function standsTogether(tokens: readonly Token[]): boolean {
  if (tokens.length < 2) return false;
  if (tokens.length === 2 && tokens.every(({ kind }) => kind === 'han')) {
    return tokens[1]?.joined !== true;
  }
  return !tokens.every(({ kind, hyphened }, at) => kind === 'word' && (at === 0 || hyphened));
}

/** A word, or Han characters that touch. */
export function isOneWord(tokens: readonly Token[]): boolean {
  return tokens.length === 1 || tokens.every(({ kind }) => kind === 'han');
}

/** What the hyphened word around a token is when it is written as one; null where it is none. */
export function compoundWith(tokens: readonly Token[], position: number): string | null {
  let first = position;
  while (tokens[first]?.hyphened === true) first -= 1;
  let last = position;
  while (tokens[last + 1]?.hyphened === true) last += 1;
  if (first === last) return null;
  return tokens
    .slice(first, last + 1)
    .map(({ text }) => text)
    .join('');
}
