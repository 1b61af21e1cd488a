import fc from 'fast-check';
import type { SearchDocument } from '../../../../src/archive/search/search-document';
import { document } from './documents';

/** Few words, so that they meet: a prefix stands for fewer than the index looks up. */
const words = [
  'sign',
  'signed',
  'signal',
  'plan',
  'planned',
  'the',
  'of',
  'visit',
  'e-mail',
  'email',
  'U.S.',
  'resume',
  'résumé',
  '2022-08-04',
  '2022',
  '20+8',
  '5G',
  'Ｈｕａｗｅｉ',
  'huawei',
  '华',
  '华为',
  '为华',
  '著作',
  '着',
  '臺灣',
  '台湾',
  '，',
  '.',
] as const;

const text = (most: number): fc.Arbitrary<string> =>
  fc
    .array(fc.tuple(fc.constantFrom(...words), fc.constantFrom(' ', ' ', ' ', '', '-', '\n')), {
      maxLength: most,
    })
    .map((pieces) => pieces.flat().join(''));
const texts = (most: number): fc.Arbitrary<string[]> =>
  fc.array(
    text(4).filter((found) => found.trim() !== ''),
    { maxLength: most },
  );
const names = fc.subarray(['Ada Quill', 'Bo Lin', '李明']);

/** A document without its id and its stamp. */
export const anyDocument: fc.Arbitrary<Omit<SearchDocument, 'id' | 'stamp'>> = fc
  .record({
    headline: text(4),
    subheadline: text(2),
    body: text(14),
    captions: texts(2),
    credits: texts(1),
    partnerIds: fc.subarray(['acme', 'borealis', '艾克米']),
    personNames: names,
    tags: fc.subarray(['Sport', 'sport', '5G', '科技']),
    place: fc.constantFrom('', 'Geneva', 'Visit Rock', '深圳'),
    publicationDate: fc.constantFrom(null, '2019-12-31', '2022-08-04', '2022-08-05', '2026-06-01'),
    status: fc.constantFrom('draft', 'filed', 'withdrawn'),
    language: fc.constantFrom('en', 'zh', 'und'),
    inTrash: fc.boolean(),
    hasPhotos: fc.boolean(),
  })
  .map((fields) => {
    const {
      id: _id,
      stamp: _stamp,
      ...whole
    } = document('', {
      ...fields,
      partners: fields.partnerIds,
      people: fields.personNames.map((name) => `${name}, rector`),
    });
    return whole;
  });
