import { expect, it } from 'vitest';
import { PostingStore, slotCount } from '../../../../src/archive/search/posting-store';

it('hands out the documents of a term by slot, in the order of filing', () => {
  const store = new PostingStore();
  store.add(0, ['sign', '2020'], Uint8Array.of(3, 0));
  store.add(7, ['sign'], Uint8Array.of(3));
  store.add(9, ['sign'], Uint8Array.of(slotCount - 1));
  const postings = store.postings('sign');
  expect(postings[3]).toEqual([0, 7]);
  expect(postings[slotCount - 1]).toEqual([9]);
  expect(postings[0]).toBeUndefined();
  expect(store.postings('2020').flat()).toEqual([0]);
});

it('knows nothing of a term that was never filed', () => {
  const store = new PostingStore();
  store.add(0, [], new Uint8Array(0));
  expect(store.postings('sign').flat()).toEqual([]);
});

it('takes terms as they are, also ones that mean something to the language or the library', () => {
  const store = new PostingStore();
  const terms = ['__proto__', 'constructor', 'at&t', '2006', 'dinner', '华为', 'a b'];
  store.add(1, terms, new Uint8Array(terms.length));
  for (const term of terms) expect(store.postings(term)[0]).toEqual([1]);
  expect(store.postings('diner').flat()).toEqual([]);
  expect(store.postings('a').flat()).toEqual([]);
});

it('takes all postings of a term at once, as the typed arrays that they are, and copies none', () => {
  const store = new PostingStore();
  const best = Uint32Array.of(3, 70_000);
  const worst = Uint32Array.of(0);
  const postings = Array.from({ length: slotCount }, (_, slot) =>
    slot === 2 ? best : slot === slotCount - 1 ? worst : undefined,
  );
  store.put('4711', postings);
  store.put('__proto__', [Uint32Array.of(9)]);
  const handedOut = store.postings('4711');
  expect(handedOut[2]).toBe(best);
  expect(handedOut[slotCount - 1]).toBe(worst);
  expect(handedOut[0]).toBeUndefined();
  expect(store.postings('__proto__')[0]).toEqual(Uint32Array.of(9));
  store.put('12', [undefined, worst]);
  expect(store.postings('12')[1]).toBe(worst);
  expect(store.postings('4711')[2]).toBe(best);
});
