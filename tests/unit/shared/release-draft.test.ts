import { describe, expect, it } from 'vitest';
import { parsePressRelease } from '../../../src/archive/releases/press-release-parser';
import {
  bodyOf,
  creditText,
  draftFromParsed,
  withCaptions,
} from '../../../src/shared/release-draft';
import type { Photo } from '../../../src/shared/photo';
import { englishRelease, institution } from '../../support/samples';

const parsed = parsePressRelease(englishRelease, { institution, partners: [] });
const photo: Photo = {
  id: '',
  fileName: 'a.jpg',
  format: 'jpg',
  bytes: 1,
  width: 1,
  height: 1,
  caption: '',
  altText: '',
  creator: '',
  creditLine: '',
  addedAt: '2026-01-01T00:00:00.000Z',
};
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

  it('keeps who took each photo, where captions say so', () => {
    const credited = parsePressRelease(
      `Calder bridge opens again\n\nThe bridge opened on Monday.\n\nPhoto 1: The mayor. © Jana Holt\n\nPhoto 2: The bridge. © Calder Archive\n\nIt is closed on Sundays.\n`,
      { institution, partners: [] },
    );
    expect(bodyOf(credited, 0)).toContain('*The mayor.*\n\n*The bridge. (Calder Archive)*');
    const photos = ['a', 'b'].map((id) => ({ ...photo, id }));
    expect(draftFromParsed(credited, photos).photos).toMatchObject([
      { caption: 'The mayor.', creditLine: 'Jana Holt' },
      { caption: 'The bridge.', creditLine: 'Calder Archive' },
    ]);
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
