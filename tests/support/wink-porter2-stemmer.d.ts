/** The package has no types of its own. It expects a word of lower-case Latin letters. */
declare module 'wink-porter2-stemmer' {
  export default function stem(word: string): string;
}
