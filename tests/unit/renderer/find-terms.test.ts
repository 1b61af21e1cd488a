import { describe, expect, it } from 'vitest';
import { parseQuery } from '../../../src/shared/query';
import type { FindHit, Segment } from '../../../src/shared/search';
import { placeFinder } from '../../../src/renderer/src/features/reader/find-places';
import {
  termsToMark,
  termsTyped,
  type MarkedField,
  type MarkTerm,
} from '../../../src/renderer/src/features/reader/find-terms';

function hitWith(headline: readonly Segment[]): FindHit {
  return { release: {} as never, headline, snippets: [] };
}

function termsOf(query: string, options: { typing?: boolean; hit?: FindHit } = {}) {
  const { nodes } = parseQuery(query, { today: '2024-05-01', typing: options.typing ?? false });
  return termsToMark(nodes, options.hit);
}

function markedBy(terms: readonly MarkTerm[], text: string, field: MarkedField = 'body') {
  return placeFinder(terms)(text, field).map(({ start, end }) => text.slice(start, end));
}

function marked(query: string, text: string, field: MarkedField = 'body'): readonly string[] {
  return markedBy(termsOf(query), text, field);
}

describe('the marks of a search in the opened release', () => {
  it('are the words of the same stem', () => {
    expect(marked('signing', 'They signed it; the signing was short, the signal long.')).toEqual([
      'signed',
      'signing',
    ]);
  });

  it('are no parts of other words', () => {
    expect(marked('art', 'An art party starts: Artists.')).toEqual(['art']);
  });

  it('begin words that are still being typed', () => {
    expect(markedBy(termsOf('art', { typing: true }), 'An art party starts: Artists.')).toEqual([
      'art',
      'Art',
    ]);
    expect(marked('art*', 'An art party starts: Artists.')).toEqual(['art', 'Art']);
  });

  it('stand anywhere in Chinese', () => {
    expect(marked('华为', '与华为技术合作,华为5G')).toEqual(['华为', '华为']);
  });

  it('find a Latin run inside Chinese', () => {
    expect(marked('5G', '华为5G网络')).toEqual(['5G']);
  });

  it('leave out conditions and what is excluded', () => {
    const text = 'The ship left the harbour in 2019.';
    expect(marked('harbour -ship year:2019', text)).toEqual(['harbour']);
    expect(marked('harbour -(ship OR 2019)', text)).toEqual(['harbour']);
  });

  it('take each alternative', () => {
    expect(marked('harbour OR (ship left)', 'The ship left the harbour.')).toEqual([
      'ship',
      'left',
      'harbour',
    ]);
  });

  it('are whole phrases, whatever their case, accents, spaces and quotation marks', () => {
    expect(marked('"cafe de la paix"', 'At the Café  de la\nPaix, a café.')).toEqual([
      'Café  de la\nPaix',
    ]);
    expect(marked('"rector\'s speech"', 'The Rector’s speech')).toEqual(['Rector’s speech']);
  });

  it('stay in the field that was asked for', () => {
    expect(marked('caption:harbour', 'The harbour', 'body')).toEqual([]);
    expect(marked('caption:harbour', 'The harbour', 'caption')).toEqual(['harbour']);
    expect(marked('partner:"Maravel Turbines"', 'Maravel Turbines', 'partner')).toEqual([
      'Maravel Turbines',
    ]);
  });

  it('take what the search itself matched, in its own spelling', () => {
    const hit = hitWith([{ text: '簽署', hit: true }]);
    expect(markedBy(termsOf('签署', { hit }), '双方簽署协议')).toEqual(['簽署']);
  });

  it('take no such spelling where everything asked for has its field', () => {
    const hit = hitWith([{ text: 'harbour', hit: true }]);
    expect(markedBy(termsOf('headline:harbour', { hit }), 'The harbour')).toEqual([]);
  });

  it('leave out little words that the search passed over', () => {
    const hit = hitWith([{ text: 'Agreement', hit: true }]);
    const text = 'An agreement with the 华为 branch';
    expect(markedBy(termsOf('agreement with the 华为', { hit }), text)).toEqual([
      'agreement',
      '华为',
    ]);
  });

  it('read signs of regular expressions as what they are', () => {
    expect(marked('"c++ (2019)"', 'c++ (2019) and c+++')).toEqual(['c++ (2019)']);
  });

  it('do not lie over one another', () => {
    expect(marked('"tidal energy" tidal', 'tidal energy, tidal power')).toEqual([
      'tidal energy',
      'tidal',
    ]);
  });

  it('are none without a query', () => {
    expect(marked('', 'Any text')).toEqual([]);
  });
});

describe('finding in the opened release', () => {
  it('finds parts of words, whatever their case and accents', () => {
    expect(markedBy(termsTyped('resu'), 'The RÉSUMÉ of results')).toEqual(['RÉSU', 'resu']);
  });

  it('finds full-width letters and every kind of dash', () => {
    expect(markedBy(termsTyped('5g-a'), '５Ｇ–Ａ')).toEqual(['５Ｇ–Ａ']);
  });

  it('finds in every field', () => {
    for (const field of ['headline', 'caption', 'by', 'other'] as const) {
      expect(markedBy(termsTyped('tide'), 'A tide', field)).toEqual(['tide']);
    }
  });

  it('finds nothing for spaces', () => {
    expect(markedBy(termsTyped('  '), 'A  tide')).toEqual([]);
  });
});
