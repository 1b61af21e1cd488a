import { describe, expect, it } from 'vitest';
import { ask, indexOf } from '../documents';

describe('an answer that is counted by facets', () => {
  it('has the same releases as one that is not', () => {
    const texts: Record<string, string> = {};
    for (let number = 0; number < 60; number += 1) {
      texts[`a${number}`] = 'The harbour was dredged.';
      texts[`b${number}`] = 'A bridge was built.';
    }
    for (let number = 0; number < 8; number += 1) texts[`c${number}`] = 'The harbour has a bridge.';
    const index = indexOf(texts);
    const plain = ask(index, 'harbour bridge ');
    const counted = ask(index, 'harbour bridge ', { facets: true });
    expect([plain.total, plain.complete]).toEqual([8, 8]);
    expect([counted.total, counted.complete]).toEqual([8, 8]);
    expect(counted.ids).toEqual(plain.ids);
  });
});
