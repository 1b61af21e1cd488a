import { lettersHeaders } from '../eml/letter-headers';
import { fileError, named, requireSize } from '../file-errors';
import { decodeHtml } from '../html/decode-html';
import { readPage } from '../html/read-page';
import { unescaped } from '../local-path';
import type { GivenFile, ReadItem, Reader, ReadingOptions, ReadRelease } from '../reader';
import { partsOf, type MimePart } from './mime-parts';

/** In bytes; a page that was saved into one file carries its pictures in base64. */
const maxPageBytes = 200 * 1024 * 1024;
const headBytes = 64 * 1024;
/** What a letter has and a page that a browser saved has not. */
const ofLetters = new Set('to cc bcc received message-id delivered-to return-path'.split(' '));

/** Web pages that a browser or Word saved into one file with their pictures (RFC 2557). */
export const mhtmlReader: Reader = {
  format: 'mhtml',
  recognises: isSavedPage,
  async *read(file: GivenFile, options: ReadingOptions): AsyncGenerator<ReadItem> {
    requireSize(file.name, file.bytes.length, maxPageBytes);
    const { parts, start } = await named(file.name, () => partsOf(file.bytes));
    const pages = parts.filter(({ type }) => /^(?:text\/html|application\/xhtml\+xml)$/.test(type));
    const first = pages.find(({ id }) => id !== '' && id === start) ?? pages[0];
    if (first === undefined) throw fileError('file-empty', file.name, 'holds no page.');
    const files = new NamedParts(parts);
    let release = await pageOf(file.name, first, files, options);
    // A page of frames says nothing itself.
    for (const frame of pages) {
      if (release.body !== '') break;
      if (frame !== first) {
        const { title } = release;
        release = await pageOf(file.name, frame, files, options);
        if (release.title === '') release = { ...release, title };
      }
      options.onProgress?.();
    }
    yield { kind: 'release', release };
  },
};

function isSavedPage({ name, bytes }: GivenFile): boolean {
  const headers = new Map(lettersHeaders(bytes));
  const type = headers.get('content-type') ?? '';
  if ([...headers.keys()].some((header) => ofLetters.has(header))) return false;
  const isNamed = /\.mht(?:ml)?$/i.test(name);
  if (isNamed && /^(?:text\/html|multipart\/)/i.test(type)) return true;
  if (!/^multipart\/related/i.test(type)) return false;
  return (
    headers.has('snapshot-content-location') ||
    /saved by/i.test(headers.get('from') ?? '') ||
    /^content-location:/im.test(Buffer.from(bytes.subarray(0, headBytes)).toString('latin1'))
  );
}

async function pageOf(
  name: string,
  page: MimePart,
  files: NamedParts,
  options: ReadingOptions,
): Promise<ReadRelease> {
  if (page.bytes.length === 0) throw fileError('file-empty', name, 'holds no page.');
  const decoded = decodeHtml(name, page.bytes, options.encoding, page.charset);
  const isOfWeb = /^https?:\/\//i.test(page.location) && URL.canParse(page.location);
  const release = await named(name, () =>
    readPage(decoded.text, {
      findPicture: async (source) => files.find(source, page.location),
      address: isOfWeb ? page.location : null,
      signal: options.signal,
    }),
  );
  return { ...release, encoding: { name: decoded.encoding, sure: decoded.sure } };
}

/** Finds the part that a page means by an address: by its id, or by where it lay (RFC 2557, 8). */
class NamedParts {
  readonly #byId = new Map<string, MimePart>();
  readonly #byLocation = new Map<string, MimePart>();

  constructor(parts: readonly MimePart[]) {
    for (const part of parts) {
      if (part.id !== '') remember(this.#byId, part.id, part);
      if (part.location !== '') remember(this.#byLocation, part.location, part);
    }
  }

  find(source: string, base: string): GivenFile | null {
    const wanted = /^cid:/i.test(source) ? source.slice(4) : source;
    const found =
      wanted === source
        ? (lookedUp(this.#byLocation, source) ?? lookedUp(this.#byLocation, absolute(source, base)))
        : lookedUp(this.#byId, wanted);
    if (found === undefined) return null;
    const path = found.fileName || found.location;
    return { name: unescaped(path.split(/[?#]/)[0] ?? ''), bytes: found.bytes };
  }
}

/** The first of a name counts. */
function remember(parts: Map<string, MimePart>, name: string, part: MimePart): void {
  for (const written of [name, unescaped(name)]) {
    if (!parts.has(written)) parts.set(written, part);
  }
}

function lookedUp(parts: ReadonlyMap<string, MimePart>, name: string): MimePart | undefined {
  return parts.get(name) ?? parts.get(unescaped(name));
}

function absolute(source: string, base: string): string {
  return URL.canParse(source, base) ? new URL(source, base).href : source;
}
