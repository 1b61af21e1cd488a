import type { Confidence, Guess, ParsedRelease, Span } from '../../../src/shared/parsed-release';

/** The place of `words` in the sample text. */
export function spanOf(text: string, words: string): Span {
  const start = text.indexOf(words);
  if (start < 0) throw new Error(`The sample doesn't say "${words}".`);
  return { start, end: start + words.length };
}

export const sampleText = [
  'Harbour School Signs with Norhavn Works',
  'NORHAVN, 4 August - The school signed today.',
  'The signing in the hall',
].join('\n');

export function guess(words: string, confidence: Confidence = 'high'): Guess<string> {
  return { value: words, span: spanOf(sampleText, words), confidence };
}

export const sampleParsed: ParsedRelease = {
  text: sampleText,
  language: 'en',
  headline: guess('Harbour School Signs with Norhavn Works'),
  subheadline: null,
  dateline: guess('NORHAVN, 4 August -', 'low'),
  byline: null,
  publicationDate: null,
  eventDate: null,
  embargo: null,
  paragraphs: [guess('NORHAVN, 4 August - The school signed today.')],
  captions: [{ ...guess('The signing in the hall'), creditLine: '' }],
  textCredit: null,
  photoCredit: null,
  boilerplate: null,
  mediaContact: null,
  people: [],
  partners: [
    {
      name: 'Norhavn Works',
      partnerId: null,
      mentions: [spanOf(sampleText, 'Norhavn Works')],
      inHeadline: true,
      confidence: 'high',
    },
  ],
};
