import { describe, expect, it } from 'vitest';
import { read, values } from '../reading';

describe('paragraphs', () => {
  it('that were wrapped by hand come back as one line', () => {
    const text = `Harbour Museum receives letters

The museum has received two hundred letters of the explorer who
crossed the northern passage in a rowing boat. They were kept for
decades in a cupboard in the town, and nobody had read them since.

The collection covers thirty years and will be shown in spring, as
soon as the reading room has been painted and the cases have come.`;
    expect(values(read(text).paragraphs)).toEqual([
      expect.stringMatching(/^The museum .* explorer who crossed .* kept for decades .* since\.$/),
      expect.stringMatching(/^The collection .* spring, as soon .* come\.$/),
    ]);
  });

  it('of Chinese are joined without a blank', () => {
    const text = `博物馆收到书信

博物馆日前收到探险家的两百封书信，这些书信在镇上的柜子里保存了几十年，一
直没有人读过，现在将由学生们整理、扫描、编目，然后在春天与公众见面，届时
还会展出探险家使用过的小船和仪器，观众可以在阅览室里看到全部书信的复制件
，也可以听到朗读。`;
    const [paragraph] = values(read(text).paragraphs);
    expect(paragraph).not.toMatch(/\s/);
    expect(paragraph).toMatch(/^博物馆日前.*一直没有人.*朗读。$/);
  });

  it('of one line each stay apart without blank lines', () => {
    const long = (start: string) =>
      `${start} ${'is a long sentence about the harbour and the sea and '.repeat(4)}the ships.`;
    const text = ['A headline', long('One'), long('Two'), long('Three')].join('\n');
    expect(values(read(text).paragraphs).map((value) => value.slice(0, 3))).toEqual([
      'One',
      'Two',
      'Thr',
    ]);
  });
});
