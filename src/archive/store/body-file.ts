import { hash } from 'node:crypto';
import { stringify } from 'yaml';
import { withoutPhotoPlaces } from '../../shared/photo-places';
import { withoutMarkup } from '../releases/markup';
import type { ReleaseRecord } from './records';

const fence = '---\n';

/**
 * A release's Markdown file: a short YAML front matter for people who open it without the program,
 * then the body. The front matter is for reading only; the shard is what counts.
 */
export function bodyToMarkdown(record: ReleaseRecord, body: string): string {
  const front = stringify({
    id: record.id,
    headline: record.headline,
    ...(record.publicationDate === null ? {} : { published: record.publicationDate }),
    ...(record.eventDate === null ? {} : { event: record.eventDate }),
    ...(record.embargo ? { embargo: record.embargo } : {}),
    language: record.language,
    status: record.status,
  });
  return `${fence}${front}${fence}\n${body}`;
}

/** The body of a Markdown file made by `bodyToMarkdown`; the whole text where there is no front matter. */
export function bodyFromMarkdown(markdown: string): string {
  if (!markdown.startsWith(fence)) return markdown;
  const end = markdown.indexOf(`\n${fence}\n`, fence.length - 1);
  return end === -1 ? markdown : markdown.slice(end + fence.length + 2);
}

export function bodyDigest(body: string): string {
  return hash('sha256', body);
}

const excerptLength = 240;

/** The first words of a body, without line breaks and the commonest Markdown marks. */
export function excerptOf(body: string): string {
  // Captions that stand in the text, in italics, are not its first words.
  const captions = /^(?:\*[^*\n]+\*\n\n)+(?=\S)/;
  // A few times the length is enough text to fill the excerpt after cleaning.
  const start = withoutPhotoPlaces(body)
    .replace(captions, '')
    .slice(0, excerptLength * 4);
  const plain = withoutMarkup(start).replaceAll(/\s+/g, ' ').trim();
  // No letter takes more than two units, and of the rest it only counts that there is one.
  const letters = [...plain.slice(0, excerptLength * 2 + 2)];
  return letters.length <= excerptLength
    ? plain
    : `${letters.slice(0, excerptLength).join('').trimEnd()}…`;
}
