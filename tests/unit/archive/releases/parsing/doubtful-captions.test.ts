import { describe, expect, it } from 'vitest';
import { chineseText, englishText, read, values } from '../reading';

const page = (text: string, lines: readonly string[], below = '') =>
  read(
    `Calder opens a workshop\n\n3 May 2022\n\n${text}\n\n${lines.map((line) => `${line}\n\n${text}`).join('\n\n')}\n\n${below}`,
  );

describe('a short noun phrase between paragraphs', () => {
  it.each(['The champion team', 'A look at the new lathe', 'The first twelve boats'])(
    '"%s" is a caption where a photographer is named',
    (line) => {
      expect(values(page(englishText, [line], 'Photo by Tom Oak').captions)).toEqual([line]);
      expect(values(page(englishText, [line]).captions)).toEqual([]);
    },
  );

  it('is a caption where others are', () => {
    const lines = ['Anna Roe delivered a speech', 'Group photo', 'The champion team'];
    expect(values(page(englishText, lines).captions)).toEqual(lines);
    const han = ['签约现场', '与会领导合影', '全体起立唱校歌'];
    expect(values(page(chineseText, han, '摄影：李四').captions)).toEqual(han);
  });

  it('can be one of two that stand together', () => {
    const lines = ['Job fair site', 'Neighbours with their first chairs'];
    const release = page(englishText, ['Group photo', lines.join('\n\n')], 'Photo by Tom Oak');
    expect(values(release.captions)).toEqual(['Group photo', ...lines]);
  });

  it.each(['Background', 'Looking ahead', 'Key facts', 'A Longer Partnership', '## The team'])(
    '"%s" is a heading although a photographer is named',
    (line) => {
      expect(values(page(englishText, [line], 'Photo by Tom Oak').captions)).toEqual([]);
    },
  );

  it('is a heading where it opens several paragraphs and nothing else is a caption', () => {
    const sections = ['A life on the river', 'First tasks'].map(
      (line) => `${line}\n\n${englishText}`,
    );
    expect(values(page(englishText, sections, 'Photo by Tom Oak').captions)).toEqual([]);
  });
});

describe('a line between the date and the text', () => {
  const lead = (line: string, below = '') =>
    read(`Calder opens a workshop\n\n3 May 2022\n\n${line}\n\n${englishText}\n\n${below}`);

  it('is a caption where it says a scene', () => {
    const release = lead('The ceremony was held at the harbour');
    expect(values(release.captions)).toEqual(['The ceremony was held at the harbour']);
    expect(release.subheadline).toBeNull();
  });

  it('is a subheadline where it announces and nobody took photos', () => {
    const line = 'Students to build boats for the county';
    expect(lead(line).subheadline?.value).toBe(line);
    expect(lead(line).captions).toEqual([]);
  });
});
