import { Random } from '../harness/random';
import { collectionOf, type Collection, type CollectionQuery } from './collection';
import { plainDocument, type CorpusDocument } from './corpus-document';
import { madeUpTexts } from './made-up-texts';

const documentCount = 1_000;
const queryCount = 100;

/** Releases of which the beginning of one sentence is asked for, in English and in a Chinese of chance. */
export function madeUpCollections(): Collection[] {
  const english = madeUpTexts(documentCount).map(({ title, body }, row) =>
    plainDocument(`en-${row}`, title, body),
  );
  const random = new Random(7);
  const chinese = Array.from({ length: documentCount }, (_, row) =>
    plainDocument(`zh-${row}`, hanText(random, 12), hanSentences(random)),
  );
  return [
    knownItems('made-up', english, random, /\. ?/),
    knownItems('zh-made-up', chinese, random, /。/),
  ];
}

function knownItems(
  name: string,
  documents: readonly CorpusDocument[],
  random: Random,
  between: RegExp,
): Collection {
  const queries: CollectionQuery[] = [];
  const grades = new Map<string, ReadonlyMap<string, number>>();
  for (let number = 0; number < queryCount; number += 1) {
    const document = random.choose(documents);
    const id = String(number);
    const sentence = random.choose(document.body.split(between).filter(Boolean));
    queries.push({ id, text: sentence.split(' ').slice(0, 5).join(' ') });
    grades.set(id, new Map([[document.id, 1]]));
  }
  return collectionOf(name, documents, queries, grades);
}

function hanSentences(random: Random): string {
  return Array.from({ length: 20 }, () => `${hanText(random, 8 + random.below(12))}。`).join('');
}

/** Of 1,200 characters, some far more frequent than others. */
function hanText(random: Random, length: number): string {
  return Array.from({ length }, () =>
    String.fromCodePoint(0x4e00 + Math.floor(1_200 * random.next() ** 2)),
  ).join('');
}
