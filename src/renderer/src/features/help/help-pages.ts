import type { InterfaceLanguage } from '../../i18n';

/** One page of the help, in one language. */
export interface HelpPage {
  /** The name of its file, without language and extension. */
  readonly name: string;
  readonly title: string;
  /** Markdown, without the title. */
  readonly text: string;
}

/** In the order in which one learns the program. */
export const pageNames = [
  'getting-started',
  'filing',
  'import',
  'searching',
  'photos',
  'partners',
  'packs',
  'safety',
  'keyboard',
  'command-line',
] as const;

const files = import.meta.glob<string>('../../../../../docs/help/*/*.md', {
  query: '?raw',
  import: 'default',
  eager: true,
});

export function helpPages(language: InterfaceLanguage): readonly HelpPage[] {
  return pageNames.map((name) => {
    const markdown = files[`../../../../../docs/help/${language}/${name}.md`] ?? '';
    return pageOf(name, markdown);
  });
}

/** The first line of a page is its title, a heading of the first rank. */
export function pageOf(name: string, markdown: string): HelpPage {
  const [first = '', ...rest] = markdown.split('\n');
  return { name, title: first.replace(/^# /, ''), text: rest.join('\n').trim() };
}

/** The page that a link in a page leads to, or null where it leads elsewhere. */
export function linkedPage(href: string | undefined): string | null {
  const name = /^([\w-]+)\.md$/.exec(href ?? '')?.[1];
  return name !== undefined && pageNames.some((known) => known === name) ? name : null;
}
