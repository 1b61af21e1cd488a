import { describe, expect, it } from 'vitest';
import { patternFor, termsToMark } from '../../../src/renderer/src/features/reader/find-terms';

function marked(query: string, text: string): readonly string[] {
  const pattern = patternFor(termsToMark(query, undefined));
  return pattern ? [...text.matchAll(pattern)].map((match) => match[0]) : [];
}

describe('the marks in the opened release', () => {
  it('begin at the beginning of a word', () => {
    expect(marked('art', 'An art party starts: Artists.')).toEqual(['art', 'Art']);
  });

  it('stand anywhere in Chinese', () => {
    expect(marked('华为', '与华为技术合作,华为5G')).toEqual(['华为', '华为']);
  });

  it('find a Latin run inside Chinese', () => {
    expect(marked('5G', '华为5G网络')).toEqual(['5G']);
  });

  it('leave out filters and excluded words', () => {
    expect(marked('harbour -ship year:2019', 'The ship left the harbour in 2019.')).toEqual([
      'harbour',
    ]);
  });

  it('take what the search itself matched, in its own spelling', () => {
    const hit = {
      release: {} as never,
      headline: [{ text: 'signed', hit: true }],
      snippets: [],
    };
    expect(termsToMark('signing', hit)).toEqual(['signing', 'signed']);
  });

  it('leave out little words that the search passed over', () => {
    const hit = {
      release: {} as never,
      headline: [{ text: 'Agreement', hit: true }],
      snippets: [],
    };
    expect(termsToMark('agreement with the 华为', hit)).toEqual(['agreement', '华为']);
  });

  it('read signs of regular expressions as what they are', () => {
    expect(marked('c++ (2019)', 'c++ in (2019)')).toEqual(['c++', '2019']);
  });

  it('are none without a query', () => {
    expect(patternFor(termsToMark('', undefined))).toBeNull();
  });
});
