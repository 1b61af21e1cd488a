import { expect, it } from 'vitest';
import { PostingStore, slotCount } from '../../../../src/archive/search/posting-store';

it('knows nothing of a term that was never filed', () => {
  expect(new PostingStore().postings('sign').flat()).toEqual([]);
});

it('takes terms as they are, also ones that mean something to the language or the library', () => {
  const store = new PostingStore();
  const terms = ['__proto__', 'constructor', 'at&t', '2006', 'dinner', '华为', 'a b'];
  for (const term of terms) store.put(term, [[1]]);
  for (const term of terms) expect(store.postings(term)[0]).toEqual([1]);
  expect(store.postings('diner').flat()).toEqual([]);
  expect(store.postings('a').flat()).toEqual([]);
});

it('forgets the postings in whose place others are put', () => {
  const store = new PostingStore();
  store.put('sign', [undefined, [1, 2]]);
  store.put('press', [[3]]);
  store.put('sign', [[4]]);
  expect(store.postings('sign')).toEqual([[4]]);
  expect(store.postings('press')).toEqual([[3]]);
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
