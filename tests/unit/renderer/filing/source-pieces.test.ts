import { describe, expect, it } from 'vitest';
import { sourcePieces } from '../../../../src/renderer/src/features/filing/source-pieces';
import { sampleParsed, sampleText } from '../parsed-release-sample';

describe('sourcePieces', () => {
  const pieces = sourcePieces(sampleParsed);

  it('loses no character of the source', () => {
    expect(pieces.map((piece) => piece.text).join('')).toBe(sampleText);
  });

  it('gives a passage to the narrowest guess that claims it', () => {
    expect(pieces.find((piece) => piece.text === 'NORHAVN, 4 August -')).toMatchObject({
      field: 'dateline',
      confidence: 'low',
    });
    expect(pieces.find((piece) => piece.text.includes('signed today'))?.field).toBe('body');
  });

  it('keeps a partner that stands in the headline as part of the headline', () => {
    expect(pieces.find((piece) => piece.text === 'Norhavn Works')).toMatchObject({
      field: 'headline',
      name: 'partners',
    });
  });

  it('leaves what nobody recognised unclaimed', () => {
    expect(pieces.filter((piece) => piece.text === '\n').map((piece) => piece.field)).toEqual([
      null,
      null,
    ]);
  });

  it('takes an empty text', () => {
    const nothing = { ...sampleParsed, text: '', headline: null, dateline: null };
    expect(sourcePieces({ ...nothing, paragraphs: [], captions: [], partners: [] })).toEqual([]);
  });
});

it('stops where no more is shown', () => {
  const whole = sourcePieces(sampleParsed);
  const some = sourcePieces(sampleParsed, 20);
  expect(some.map((piece) => piece.text).join('')).toBe(sampleText.slice(0, 20));
  expect(some[0]).toEqual({ ...whole[0], text: sampleText.slice(0, 20) });
});
