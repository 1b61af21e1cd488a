import { describe, expect, it } from 'vitest';
import { chineseText, englishText, read, values } from '../reading';

const around = (caption: string, text = englishText) =>
  read(`Calder bridge opens again\n\n${text}\n\n${caption}\n\n${text}\n`);

describe('a credit at the end of a caption', () => {
  it.each([
    [
      'Photo: The mayor cuts the ribbon. Credit: Jana Holt',
      'The mayor cuts the ribbon.',
      'Jana Holt',
      '',
    ],
    [
      'Photo 1: The mayor cuts the ribbon. © Jana Holt',
      'The mayor cuts the ribbon.',
      'Jana Holt',
      '',
    ],
    [
      '[Photo 1: The mayor in front of the bridge. © Calder College/Luis Romero]',
      'The mayor in front of the bridge.',
      'Luis Romero',
      'Calder College',
    ],
    [
      'Photo: The bridge at night. Photograph © Aero Systems GmbH',
      'The bridge at night.',
      '',
      'Aero Systems GmbH',
    ],
    ['*The bridge at night. Photo: Jana Holt*', 'The bridge at night.', 'Jana Holt', ''],
    ['Caption: The bridge at night (© Jana Holt)', 'The bridge at night', 'Jana Holt', ''],
  ])('is taken off it: %s', (line, caption, name, organisation) => {
    const release = around(line);
    expect(values(release.captions)).toEqual([caption]);
    expect(release.photoCredit?.value).toEqual({ name, organisation });
  });

  it.each([
    ['图1：郑强与吴静代表双方签约。 摄影：黄蕾', '郑强与吴静代表双方签约。', '黄蕾', ''],
    ['郑强与吴静代表双方签约  摄影：黄蕾', '郑强与吴静代表双方签约', '黄蕾', ''],
    ['图为郭涛发布计划。 新华社记者 王伟 摄', '图为郭涛发布计划', '王伟', '新华社'],
    ['图为签约现场（北湖日报记者 王伟 摄）', '图为签约现场', '王伟', '北湖日报'],
    ['图为签约现场（本报记者 王伟 摄）', '图为签约现场', '王伟', ''],
  ])('is taken off it in Chinese: %s', (line, caption, name, organisation) => {
    const release = around(line, chineseText);
    expect(values(release.captions).map((value) => value.replace(/。$/, ''))).toEqual([
      caption.replace(/。$/, ''),
    ]);
    expect(release.photoCredit?.value).toEqual({ name, organisation });
  });

  it('makes a caption of the short line that it closes, at the end of the text too', () => {
    const release = read(
      `Calder bridge opens again\n\n${englishText}\n\nThe ceremony (Photo by Chen Xi)\n\n(Text by Lin Wei; Photos by Chen Xi; Edited by Sarah Moss)\n`,
    );
    expect(values(release.captions)).toEqual(['The ceremony']);
    expect(release.photoCredit?.value.name).toBe('Chen Xi');
    expect(release.textCredit?.value.name).toBe('Lin Wei');
  });

  it('is not seen in a sentence that speaks of credit', () => {
    const release = around('Photo: The team shares the credit: nobody built it alone');
    expect(values(release.captions)).toEqual(['The team shares the credit: nobody built it alone']);
    expect(release.photoCredit).toBeNull();
  });
});
