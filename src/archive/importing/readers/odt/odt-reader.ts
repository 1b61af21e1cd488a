import { fileError, named, requireSize } from '../file-errors';
import { coreProperties } from '../office/core-properties';
import { officeRelease } from '../office/office-release';
import { PackageParts, partKey } from '../office/package-parts';
import { xmlOf } from '../office/package-xml';
import { startsLikeZip } from '../office/zip-listing';
import type { GivenFile, ReadItem, Reader, ReadingOptions, ReadRelease } from '../reader';
import { odtContent, type OdtContent } from './odt-content';
import { OdtStyles } from './odt-styles';

/** In bytes; packed, or as one XML with its pictures. */
const maxOdtBytes = 300 * 1024 * 1024;
const maxFlatBytes = 64 * 1024 * 1024;
/** Without the pictures of a flat file: as much XML as other documents may have. */
const maxFlatText = 12 * 1024 * 1024;
const typePrefix = 'mimetypeapplication/vnd.oasis.opendocument.';

/** OpenDocument texts (LibreOffice, OpenOffice), packed or flat. */
export const odtReader: Reader = {
  format: 'odt',
  recognises: (file: GivenFile) => packedKind(file.bytes) !== null || isFlat(file.bytes),
  async *read(file: GivenFile, options: ReadingOptions): AsyncGenerator<ReadItem> {
    const kind = packedKind(file.bytes);
    requireSize(file.name, file.bytes.length, kind === null ? maxFlatBytes : maxOdtBytes);
    if (kind !== null && !kind.startsWith('text')) {
      const what = /^(spreadsheet|presentation)/.exec(kind)?.[1] ?? 'drawing';
      throw fileError('file-unsupported', file.name, `is a ${what}, not a text.`);
    }
    const release = await named(file.name, () =>
      kind === null ? readFlat(file) : readPacked(file, options),
    );
    yield { kind: 'release', release };
  },
};

/** What follows `application/vnd.oasis.opendocument.`; the type comes first, unpacked (ODF 1.3, part 2, 3.3). */
function packedKind(bytes: Uint8Array): string | null {
  if (!startsLikeZip(bytes)) return null;
  const head = Buffer.from(bytes.subarray(30, 120)).toString('latin1');
  return head.startsWith(typePrefix)
    ? (/^[a-z-]+/.exec(head.slice(typePrefix.length))?.[0] ?? '')
    : null;
}

function isFlat(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, 8192)).toString('latin1');
  return (
    /^(?:\xef\xbb\xbf)?\s*<(?:\?xml|office:document\s)/.test(head) &&
    /<office:document\s[^>]*application\/vnd\.oasis\.opendocument\.text/.test(head)
  );
}

async function readPacked(file: GivenFile, options: ReadingOptions): Promise<ReadRelease> {
  const parts = await PackageParts.open(file.name, file.bytes);
  const manifest = await xmlOf(file.name, parts, 'META-INF/manifest.xml');
  if (manifest?.includes('encryption-data') === true) {
    throw fileError(
      'file-encrypted',
      file.name,
      'is protected by a password. Save it without one and try again.',
    );
  }
  const xml = await xmlOf(file.name, parts, 'content.xml');
  if (xml === null) throw fileError('file-damaged', file.name, 'holds no document.');
  const styles = new OdtStyles();
  styles.gather((await xmlOf(file.name, parts, 'styles.xml')) ?? '');
  styles.gather(xml);
  options.signal?.throwIfAborted();
  const content = odtContent(xml, styles);
  const pictures: (GivenFile | null)[] = [];
  // A part that is shown a thousand times is unpacked once.
  const unpacked = new Map<string, GivenFile | null>();
  for (const picture of content.pictures) {
    if (typeof picture === 'string') {
      const key = partKey(picture);
      const file = unpacked.get(key) ?? (await pictureAt(parts, picture));
      unpacked.set(key, file);
      pictures.push(file);
    } else pictures.push(picture);
    options.onProgress?.();
  }
  const properties = coreProperties(await xmlOf(file.name, parts, 'meta.xml'));
  return releaseOf(content, pictures, properties);
}

/** null where the part isn't there; without bytes where it's damaged. */
async function pictureAt(parts: PackageParts, path: string): Promise<GivenFile | null> {
  try {
    const bytes = await parts.read(path);
    return bytes === null ? null : { name: '', bytes };
  } catch {
    return { name: '', bytes: new Uint8Array() };
  }
}

async function readFlat(file: GivenFile): Promise<ReadRelease> {
  const xml = new TextDecoder('utf-8').decode(file.bytes).replaceAll('\0', '');
  const text = xml.replaceAll(/<office:binary-data>[^<]*<\/office:binary-data>/g, '');
  if (text.length > maxFlatText || /<!(?:DOCTYPE|ENTITY)/i.test(text)) {
    throw fileError('file-too-complex', file.name, "is built in a way that can't be read safely.");
  }
  const styles = new OdtStyles();
  styles.gather(xml);
  const content = odtContent(xml, styles);
  const pictures = content.pictures.map((picture) =>
    typeof picture === 'string' ? null : picture,
  );
  const end = text.indexOf('</office:meta>');
  const start = end === -1 ? -1 : text.lastIndexOf('<office:meta>', end);
  const meta = start === -1 ? null : text.slice(start, end + '</office:meta>'.length);
  return releaseOf(content, pictures, coreProperties(meta));
}

function releaseOf(
  content: OdtContent,
  pictures: readonly (GivenFile | null)[],
  properties: { readonly title: string; readonly keywords: string },
): Promise<ReadRelease> {
  return officeRelease({
    tree: content.tree,
    pictures,
    properties,
    remarks: [
      { code: 'changes-accepted', count: content.changes },
      { code: 'comments-left-out', count: content.comments },
      { code: 'hidden-left-out', count: content.hidden },
      { code: 'text-cut-off', count: content.isCutOff ? 1 : 0 },
    ],
  });
}
