import { expect, it } from 'vitest';
import { LivePostings } from '../../../../../src/archive/search/index/live-postings';

const [signed, pressed] = [5_000, 2];
const none = new Uint8Array(0);

it('hands out the documents of a term by slot, in the order of filing', () => {
  const postings = new LivePostings();
  postings.add(0, Uint32Array.of(signed, pressed), Uint8Array.of(3, 0), signed + 1);
  postings.add(7, Uint32Array.of(signed), Uint8Array.of(3), signed + 1);
  postings.add(8, Uint32Array.of(), none, signed + 1);
  postings.add(9, Uint32Array.of(signed), Uint8Array.of(15), signed + 1);
  const found = postings.postings(signed, 'sign');
  expect(found[3]).toEqual(Uint32Array.of(0, 7));
  expect(found[15]).toEqual(Uint32Array.of(9));
  expect(found[0]).toBeUndefined();
  expect(postings.postings(pressed, 'press')[0]).toEqual(Uint32Array.of(0));
});

it('hands out what was filed since a term was asked for', () => {
  const postings = new LivePostings();
  postings.add(0, Uint32Array.of(pressed), Uint8Array.of(1), pressed + 1);
  const before = postings.postings(pressed, 'press');
  expect(postings.postings(pressed, 'press')).toBe(before);
  postings.add(1, Uint32Array.of(pressed), Uint8Array.of(1), pressed + 1);
  postings.add(2, Uint32Array.of(pressed), Uint8Array.of(4), pressed + 1);
  const after = postings.postings(pressed, 'press');
  expect(after[1]).toEqual(Uint32Array.of(0, 1));
  expect(after[4]).toEqual(Uint32Array.of(2));
  expect(before[1]).toEqual(Uint32Array.of(0));
});

it('knows nothing of a term that was never filed', () => {
  expect(new LivePostings().postings(1, 'sign').flat()).toEqual([]);
  expect(new LivePostings().postings(1_000_000, 'sign').flat()).toEqual([]);
});
