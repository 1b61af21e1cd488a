import { fileError, named, requireSize } from '../file-errors';
import { coreProperties } from '../office/core-properties';
import { officeRelease } from '../office/office-release';
import type { GivenFile, ReadItem, Reader, ReadingOptions, ReadRelease } from '../reader';
import { treeOfDocument, type PartSource } from './docx-markdown';
import { PackageParts } from '../office/package-parts';
import { xmlOf } from '../office/package-xml';
import { hidingStyles, withoutHidden } from './hidden-text';
import { prepareDocument } from './prepare-document';
import { startsLikeZip, zipListing } from '../office/zip-listing';

/** In bytes, packed; photos in print quality make a release large. */
const maxDocxBytes = 300 * 1024 * 1024;
const mainPart = /^word\/document\d*\.xml$/i;

/** Word documents; and a plain word about their foreign relatives. */
export const docxReader: Reader = {
  format: 'docx',
  recognises(file: GivenFile): boolean {
    if (!startsLikeZip(file.bytes)) return false;
    const names = zipListing(file.bytes);
    if (names === null) return /\.do[ct][xm]$/i.test(file.name);
    return names.some((name) => mainPart.test(name)) || foreignKind(names) !== null;
  },
  async *read(file: GivenFile, options: ReadingOptions): AsyncGenerator<ReadItem> {
    requireSize(file.name, file.bytes.length, maxDocxBytes);
    const foreign = foreignKind(zipListing(file.bytes) ?? []);
    if (foreign !== null) throw fileError('file-unsupported', file.name, foreign);
    yield { kind: 'release', release: await named(file.name, () => readDocument(file, options)) };
  },
};

function foreignKind(names: readonly string[]): string | null {
  if (names.some((name) => mainPart.test(name))) return null;
  if (names.includes('xl/workbook.xml')) return 'is a spreadsheet, not a text.';
  if (names.includes('ppt/presentation.xml')) return 'is a presentation, not a text.';
  return null;
}

async function readDocument(file: GivenFile, options: ReadingOptions): Promise<ReadRelease> {
  const parts = await PackageParts.open(file.name, file.bytes);
  const source = await sourceOf(file.name, parts);
  const core = coreProperties(await xmlOf(file.name, parts, 'docProps/core.xml'));
  options.signal?.throwIfAborted();
  const { tree, pictures, isCutOff } = await treeOfDocument(source);
  return officeRelease({
    tree,
    pictures,
    properties: core,
    remarks: [
      { code: 'pictures-not-in-file', count: source.picturesLost },
      { code: 'changes-accepted', count: source.changes },
      { code: 'comments-left-out', count: source.comments },
      { code: 'hidden-left-out', count: source.hidden },
      { code: 'text-cut-off', count: isCutOff ? 1 : 0 },
    ],
  });
}

/** Parts as mammoth asks for them: checked, and the main one prepared. */
async function sourceOf(name: string, parts: PackageParts) {
  const found = await mainPartOf(name, parts);
  const xml = await xmlOf(name, parts, found);
  if (xml === null) throw fileError('file-damaged', name, 'holds no document.');
  const relationships = await xmlOf(name, parts, relationshipsOf(found));
  const ids = [...(relationships ?? '').matchAll(/\sId\s*=\s*["']([^"']+)["']/g)];
  const styles = await xmlOf(name, parts, found.replace(/[^/]+$/, 'styles.xml'));
  const hiding = hidingStyles(styles ?? '');
  const prepared = prepareDocument(xml, new Set(ids.map(([, id]) => id ?? '')), hiding);
  const comments = await xmlOf(name, parts, found.replace(/[^/]+$/, 'comments.xml'));
  const read: PartSource['read'] = async (path, encoding) => {
    if (encoding === 'utf-8') {
      if (path.toLowerCase() === found.toLowerCase()) return prepared.xml;
      const part = (await xmlOf(name, parts, path)) ?? '';
      return /notes\.xml$/i.test(path) ? withoutHidden(part, hiding).xml : part;
    }
    const bytes = await parts.read(path);
    if (bytes === null) throw new Error(`no part ${path}`);
    return encoding === 'base64' ? Buffer.from(bytes).toString('base64') : bytes;
  };
  return {
    exists: (path: string) => parts.has(path),
    read,
    changes: prepared.changes,
    hidden: prepared.hidden,
    picturesLost: prepared.picturesLost,
    comments: [...(comments ?? '').matchAll(/<w:comment[\s>]/g)].length,
  };
}

/** As the package's relationships say, else where Word puts it. */
async function mainPartOf(name: string, parts: PackageParts): Promise<string> {
  const relationships = (await xmlOf(name, parts, '_rels/.rels')) ?? '';
  for (const [relationship] of relationships.matchAll(/<(?:\w+:)?Relationship\s[^>]*>/g)) {
    if (!/\sType\s*=\s*["'][^"']*\/officeDocument["']/.test(relationship)) continue;
    const target = /\sTarget\s*=\s*["']\/?([^"']+)["']/.exec(relationship)?.[1] ?? '';
    if (parts.has(target)) return target;
  }
  return parts.names().find((path) => mainPart.test(path)) ?? 'word/document.xml';
}

function relationshipsOf(path: string): string {
  return path.replace(/([^/]+)$/, '_rels/$1.rels');
}
