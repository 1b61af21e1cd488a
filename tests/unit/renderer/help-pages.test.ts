import { describe, expect, it } from 'vitest';
import {
  helpPages,
  linkedPage,
  pageNames,
  pageOf,
} from '../../../src/renderer/src/features/help/help-pages';
import {
  helpTerms,
  marked,
  searchHelpPages,
} from '../../../src/renderer/src/features/help/search-help-pages';

const both = ['en', 'zh'] as const;

describe('the pages of the help', () => {
  it.each(both)('are all there, each with a title and a text: %s', (language) => {
    const pages = helpPages(language);
    expect(pages.map(({ name }) => name)).toEqual(pageNames);
    for (const { name, title, text } of pages) {
      expect(title, name).not.toBe('');
      expect(title, name).not.toMatch(/^#/);
      expect(text.length, name).toBeGreaterThan(50);
    }
  });

  it.each(both)(
    'lead only to pages that are there, as often in either language: %s',
    (language) => {
      const links = (text: string): string[] =>
        [...text.matchAll(/\]\(([^)]*)\)/g)].map(([, href]) => href ?? '');
      for (const [index, { name, text }] of helpPages(language).entries()) {
        for (const href of links(text)) expect(linkedPage(href), `${name}: ${href}`).not.toBeNull();
        const other = helpPages('en')[index]?.text ?? '';
        expect([...new Set(links(text))].sort(), name).toEqual([...new Set(links(other))].sort());
      }
    },
  );

  it('are not what any other address leads to', () => {
    expect(linkedPage('https://example.org/filing.md')).toBeNull();
    expect(linkedPage('../filing.md')).toBeNull();
    expect(linkedPage('unknown.md')).toBeNull();
    expect(linkedPage(undefined)).toBeNull();
    expect(linkedPage('filing.md')).toBe('filing');
  });
});

describe('searching the help', () => {
  const pages = [
    pageOf('a', '# Backups\n\nA copy of the archive.\n\n## Restoring\n\nRestore one to a folder.'),
    pageOf('b', '# Filing\n\nPaste a text. It makes no backup.\n\n- **Drop** a `file`.'),
  ];
  const find = (query: string): readonly string[] =>
    searchHelpPages(helpTerms(query, pages), pages).map(
      ({ page, heading, segments }) =>
        `${page.name}|${heading}|${segments.map(({ text, hit }) => (hit ? `[${text}]` : text)).join('')}`,
    );

  it('finds words in any case, under their heading and without marks', () => {
    expect(find('DROP file')).toEqual(['b||[Drop] a [file].']);
    expect(find('restor folder')).toEqual(['a|Restoring|[Restor]e one to a [folder].']);
  });

  it('puts a page of that title first, even where its text has other words', () => {
    expect(find('backup')).toEqual([
      'a||A copy of the archive.',
      'b||Paste a text. It makes no [backup].',
    ]);
  });

  it('finds nothing for nothing, and for what is nowhere', () => {
    expect(find('  ')).toEqual([]);
    expect(find('zeppelin')).toEqual([]);
  });

  it('finds Chinese that stands together, and in pairs what does not', () => {
    const chinese = [
      pageOf('c', '# 备份\n\n可以把备份恢复到文件夹。'),
      pageOf('d', '# 搜索\n\n标题。'),
    ];
    const hits = (query: string): readonly string[] =>
      searchHelpPages(helpTerms(query, chinese), chinese).map(({ page }) => page.name);
    expect(hits('备份恢复')).toEqual(['c']);
    expect(helpTerms('恢复备份', chinese)).toEqual(['恢复', '备份']);
    expect(hits('恢复备份')).toEqual(['c']);
    expect(hits('渔网渔船')).toEqual([]);
    expect(hits('标题')).toEqual(['d']);
  });

  it('marks every place, and keeps the text whole', () => {
    const segments = marked('Pack a pack', ['pack']);
    expect(segments.map(({ text }) => text).join('')).toBe('Pack a pack');
    expect(segments.filter(({ hit }) => hit)).toHaveLength(2);
  });
});
