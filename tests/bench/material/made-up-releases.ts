import type { RawRelease } from './raw-release';

const places = ['Aldenport', 'Brightmoor', 'Castlebridge', 'Dunmere', 'Eastvale', 'Fernhill'];
const subjects = [
  'workshop',
  'laboratory',
  'scholarship',
  'partnership',
  'exhibition',
  'agreement',
];
const verbs = ['opens', 'extends', 'announces', 'celebrates', 'renews', 'presents'];
const qualities = ['regional', 'vocational', 'international', 'joint', 'annual', 'practical'];

/** As many as the real ones, and as long: about 3,000 characters each. */
export function madeUpReleases(): RawRelease[] {
  return Array.from({ length: 10_000 }, (_, index) => {
    const sentences = Array.from({ length: 28 }, (_nothing, line) => sentenceOf(index * 31 + line));
    const year = 2004 + (index % 5);
    const month = String(1 + (Math.floor(index / 5) % 12)).padStart(2, '0');
    const day = String(1 + (Math.floor(index / 60) % 28)).padStart(2, '0');
    return {
      title: sentenceOf(index),
      body: sentences.join(' '),
      date: `${year}-${month}-${day}`,
    };
  });
}

function sentenceOf(seed: number): string {
  const pick = (words: readonly string[], step: number): string =>
    words[Math.floor(seed / step) % words.length] ?? '';
  return (
    `${pick(places, 1)} ${pick(verbs, 5)} the ${pick(qualities, 7)} ${pick(subjects, 3)} number ${seed}, ` +
    `with which ${pick(places, 11)} has taken part since ${1950 + (seed % 70)}.`
  );
}
