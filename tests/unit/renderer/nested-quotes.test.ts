import { afterEach, describe, expect, it } from 'vitest';
import { i18n, translate } from '../../../src/renderer/src/i18n';
import { wholePercent } from '../../../src/renderer/src/i18n/format';
import { nestedQuotes } from '../../../src/renderer/src/i18n/nested-quotes';

describe('nestedQuotes', () => {
  it('makes the inner ones of a quotation single', () => {
    expect(nestedQuotes('Filed ““Haiyan No. 2” Will Be Built”')).toBe(
      'Filed “‘Haiyan No. 2’ Will Be Built”',
    );
  });

  it('leaves quotations that follow one another', () => {
    expect(nestedQuotes('“A” is now “B”')).toBe('“A” is now “B”');
  });

  it('makes those within the inner ones double again', () => {
    expect(nestedQuotes('“a “b “c” d” e”')).toBe('“a ‘b “c” d’ e”');
  });

  it.each(['“a “b”', '“a” b” “c”', 'a ”b“ c “d”'])('leaves what does not pair: %s', (text) => {
    expect(nestedQuotes(text)).toBe(text);
  });
});

describe('a sentence with a headline in it', () => {
  afterEach(() => i18n.changeLanguage('en'));

  it('has single quotation marks within its own, in English and in Chinese', async () => {
    const headline = '“海雁二号”将开工建造';
    expect(translate('toast.filed', { headline })).toBe('Filed “‘海雁二号’将开工建造”');
    await i18n.changeLanguage('zh');
    expect(translate('toast.filed', { headline })).toContain('“‘海雁二号’将开工建造”');
  });
});

describe('wholePercent', () => {
  it('calls only all of it 100', () => {
    expect([0, 0.504, 0.996, 1].map(wholePercent)).toEqual([0, 50, 99, 100]);
  });
});
