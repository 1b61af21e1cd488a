import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { noticesText, thirdPartyNotices } from '../../../scripts/third-party-notices';

const notices = thirdPartyNotices(resolve('.'));
const named = (name: string) => notices.filter((notice) => notice.name === name);

describe('the notices of the packages that the program is built with', () => {
  it('name every dependency, and what it depends on', () => {
    const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
      dependencies: Record<string, string>;
    };
    for (const [name, version] of Object.entries(dependencies)) {
      expect(
        named(name).map((notice) => notice.version),
        name,
      ).toContain(version);
    }
    for (const name of ['electron', 'scheduler', 'prosemirror-model']) {
      expect(named(name), name).not.toEqual([]);
    }
    expect(named('vitest')).toEqual([]);
  });

  it('say the licence of each', () => {
    expect(notices.filter(({ licence }) => licence === 'see its text')).toEqual([]);
    const [opencc] = named('opencc-js');
    expect(opencc?.texts.join('\n')).toContain('Apache License');
    // Data of others that a package brings along.
    expect(named('pdfjs-dist')[0]?.texts.join('\n')).toMatch(/Adobe/);
  });

  it('are one text with every licence in it', () => {
    const text = noticesText(notices);
    for (const { name, version, texts } of notices) {
      expect(text).toContain(`${name} ${version}`);
      for (const each of texts) expect(text).toContain(each);
    }
  });
});
