import type { Institution } from '../../shared/archive-info';
import type { Partner } from '../../shared/partner';
import type { ParserContext } from '../releases/press-release-parser';
import type { ReadRelease } from './readers/reader';
import { textToParse } from './text-to-parse';

/** Bytes of a file, and UTF-16 units of a text, that take long enough to be worth a hop. */
const long = 128 * 1024;

interface Known {
  readonly archive: { readonly institution: Institution };
  readonly partners: ReadonlyMap<string, Partner>;
}

/** What the reading of a file needs for taking a long text apart by itself; nothing for a short file. */
export function contextAhead(
  bytes: number,
  { archive, partners }: Known,
): { readonly context?: ParserContext } {
  if (bytes < long) return {};
  return { context: { institution: archive.institution, partners: [...partners.values()] } };
}

/**
 * The release with its text taken apart where it was read, so that a long one holds up nobody else. One
 * with pictures is left: their places in the text get their names only in the archive.
 */
export async function parsedAhead(
  release: ReadRelease,
  context: ParserContext,
): Promise<ReadRelease> {
  const { title, body, images } = release;
  if (images.length > 0 || body.length < long) return release;
  // Few files need it: the thread starts without.
  const { parsePressRelease } = await import('../releases/press-release-parser');
  return { ...release, parsed: parsePressRelease(textToParse(title, body), context) };
}
