import { parse } from 'yaml';
import type { IsoDate } from '../../../../shared/release';
import { tidyLine } from '../markdown/hast';
import { writtenDate } from '../written-date';

/** What stands before a Markdown text between two lines of dashes. */
interface FrontMatter {
  readonly title: string;
  readonly byline: string;
  readonly publicationDate: IsoDate | null;
  readonly tags: readonly string[];
  readonly isDraft: boolean;
}

const longest = 64 * 1024;
const none: FrontMatter = {
  title: '',
  byline: '',
  publicationDate: null,
  tags: [],
  isDraft: false,
};

/** Takes YAML front matter off a text; what isn't a mapping stays in the text. */
export function takeFrontMatter(text: string): {
  readonly fields: FrontMatter;
  readonly rest: string;
} {
  const found = /^---[ \t]*\r?\n([\s\S]*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/.exec(
    text.slice(0, longest),
  );
  const values = found === null ? null : mappingOf(found[1] ?? '');
  if (found === null || values === null) return { fields: none, rest: text };
  const of = (...names: string[]) => names.map((name) => values.get(name)).find((v) => v != null);
  const fields: FrontMatter = {
    title: lineOf(of('title', 'headline')),
    byline: listOf(of('byline', 'author', 'authors'), false).join(', '),
    publicationDate: writtenDate(lineOf(of('date', 'published', 'publishdate', 'pubdate'))),
    tags: listOf(of('tags', 'keywords', 'categories'), true),
    isDraft: values.get('draft') === true || values.get('published') === false,
  };
  return { fields, rest: text.slice(found[0].length) };
}

function mappingOf(yaml: string): Map<string, unknown> | null {
  try {
    // Scalars as they are written: a date isn't a moment, a number no other number.
    const value: unknown = parse(yaml, { schema: 'core', maxAliasCount: 16, logLevel: 'silent' });
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
    return new Map(Object.entries(value).map(([key, field]) => [key.toLowerCase(), field]));
  } catch {
    return null;
  }
}

function lineOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? tidyLine(String(value)) : '';
}

function listOf(value: unknown, isCommaSeparated: boolean): string[] {
  if (typeof value === 'string' && isCommaSeparated) {
    return value
      .split(/[,，;；]/)
      .map(tidyLine)
      .filter(Boolean);
  }
  const items: unknown[] = Array.isArray(value) ? value : [value];
  return items
    .map((item) => lineOf(nameOfPerson(item)))
    .filter(Boolean)
    .slice(0, 100);
}

function nameOfPerson(item: unknown): unknown {
  return typeof item === 'object' && item !== null && 'name' in item ? item.name : item;
}
