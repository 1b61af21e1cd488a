import { describe, expect, it } from 'vitest';
import { parseAlias } from '../../../src/cli/parse-alias';

describe('an alias', () => {
  it.each([
    ['华为:zh', '华为', 'zh'],
    ['Huawei Technologies', 'Huawei Technologies', 'und'],
    ['華為:zh-Hant', '華為', 'zh-Hant'],
    ['Project: Bridge', 'Project: Bridge', 'und'],
  ])('%s is the name %s in the language %s', (text, name, language) => {
    expect(parseAlias(text)).toEqual({ name, language });
  });
});
