import { describe, expect, it } from 'vitest';
import { parsePressRelease } from '../../../src/archive/releases/press-release-parser';
import {
  bodyOf,
  creditText,
  draftFromParsed,
  withCaptions,
} from '../../../src/shared/release-draft';
import { englishRelease, institution } from '../../support/samples';

const parsed = parsePressRelease(englishRelease, { institution, partners: [] });
const captions = parsed.captions.map((caption) => caption.value);
const [first = '', second = ''] = captions;

describe('a draft', () => {
  it('keeps captions that no photo has taken in their places, in italics', () => {
    const blocks = bodyOf(parsed, 0).split('\n\n');
    expect(blocks).toHaveLength(parsed.paragraphs.length + 2);
    expect(blocks[0]).toBe(`*${first}*`);
    expect(blocks[2]).toBe(`*${second}*`);
    expect(bodyOf(parsed, 1)).not.toContain(first);
    expect(bodyOf(parsed, 2)).toBe(parsed.paragraphs.map(({ value }) => value).join('\n\n'));
  });

  it('puts a caption at the end when its paragraph was rewritten', () => {
    expect(withCaptions('New text.\n\nMore.', captions, parsed)).toBe(
      `New text.\n\nMore.\n\n*${first}*\n\n*${second}*`,
    );
    expect(withCaptions('', ['Alone'], null)).toBe('*Alone*');
  });

  it('keeps marks that a caption has of its own', () => {
    expect(withCaptions('', ['A *starred* snake_case \\ caption'], null)).toBe(
      '*A \\*starred\\* snake\\_case \\\\ caption*',
    );
  });

  it('says what the text says, and nothing else', () => {
    expect(draftFromParsed(parsed)).toMatchObject({
      subheadline: '',
      byline: '',
      status: 'filed',
      tags: [],
      partnerIds: [],
    });
    expect(creditText({ name: 'Lena Holm', organisation: '' })).toBe('Lena Holm');
  });

  it('takes an embargo that the text says whole', () => {
    const draft = draftOf('EMBARGOED UNTIL 00:01 BST, 5 August 2026');
    expect(draft).toMatchObject({
      status: 'filed',
      embargo: { zone: 'Europe/London', until: '2026-08-04T23:01:00.000Z' },
    });
    expect(draft.body).not.toContain('EMBARGO');
  });

  it('stays a draft where the text leaves its embargo open, and keeps the words', () => {
    const draft = draftOf('EMBARGOED UNTIL 5 August 2026');
    expect(draft).toMatchObject({ status: 'draft', embargo: null });
    expect(draft.body.split('\n\n')[0]).toBe('EMBARGOED UNTIL 5 August 2026');
  });
});

function draftOf(line: string) {
  const text = `${line}\n\n${englishRelease}`;
  return draftFromParsed(parsePressRelease(text, { institution, partners: [] }));
}
