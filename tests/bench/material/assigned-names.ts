import { hashOf, Random } from '../harness/random';
import type { CorpusDocument } from './corpus-document';

const kinds = ['University', 'Institute', 'Foundation', 'Works', 'Council'];
const firstNames = [
  'Ada',
  'Bruno',
  'Clara',
  'Dario',
  'Elsa',
  'Felix',
  'Greta',
  'Hugo',
  'Ines',
  'Jon',
];
const syllables = [
  'bran',
  'dor',
  'fel',
  'gar',
  'hol',
  'kem',
  'lin',
  'mor',
  'nes',
  'ral',
  'tam',
  'vis',
];

/** Made up, since nothing of the kind comes with the material. */
const partnerNames = Array.from(
  { length: 200 },
  (_, index) => `${invented(index)} ${kinds[index % kinds.length] ?? ''}`,
);
const personNames = Array.from(
  { length: 400 },
  (_, index) => `${firstNames[index % firstNames.length] ?? ''} ${invented(index + 1_000)}`,
);
/** A release has a tag where its text says the word. */
const tagWords = [
  'agriculture',
  'airport',
  'bankruptcy',
  'border',
  'children',
  'college',
  'drought',
  'education',
  'energy',
  'environment',
  'ethanol',
  'fisheries',
  'health',
  'highway',
  'housing',
  'immigration',
  'judiciary',
  'libraries',
  'medicare',
  'military',
  'research',
  'scholarship',
  'seniors',
  'trade',
  'veterans',
  'workshop',
];

/** Three invented syllables, capitalised; different for every number below 1,728. */
function invented(index: number): string {
  const at = (step: number): string => syllables[Math.floor(index / step) % syllables.length] ?? '';
  const word = `${at(1)}${at(12)}${at(144)}`;
  return `${word.charAt(0).toUpperCase()}${word.slice(1)}`;
}

/** Up to three partners and people, some of them far more frequent, and up to four tags. */
export function assignedNames(
  headline: string,
  body: string,
): Pick<CorpusDocument, 'partners' | 'people' | 'tags'> {
  const random = new Random(hashOf(headline + body.slice(0, 200)));
  const some = (names: readonly string[]): string[] => {
    const chosen = Array.from(
      { length: random.below(4) },
      () => names[Math.floor(names.length * random.next() ** 3)] ?? '',
    );
    return [...new Set(chosen)];
  };
  const text = body.toLowerCase();
  return {
    partners: some(partnerNames),
    people: some(personNames),
    tags: tagWords.filter((word) => text.includes(word)).slice(0, 4),
  };
}
