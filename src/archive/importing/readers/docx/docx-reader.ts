import type { Root } from 'hast';
import type { GivenFile, ReadItem, ReadRemark, Reader, ReadingOptions } from '../reader';
import { fileError, named, requireSize } from '../file-errors';
import { elementsOf, textOf, tidyLine } from '../markdown/hast';
import { markdownOf } from '../markdown/markdown-of';
import { withoutTitle } from '../markdown/without-title';
import { writtenDate } from '../written-date';
import { coreProperties, isRealTitle } from './core-properties';
import { styled, takeStyled, treeOfDocument, type PartSource } from './docx-markdown';
import { compoundFileError, isCompoundFile } from './office-file';
import { PackageParts } from './package-parts';
import { xmlOf } from './package-xml';
import { prepareDocument } from './prepare-document';
import { zipListing } from './zip-listing';

/** In bytes, packed; photos in print quality make a release large. */
const maxDocxBytes = 300 * 1024 * 1024;
const mainPart = /^word\/document\d*\.xml$/i;

/** Word documents; and a plain word about their older, locked or foreign relatives. */
export const docxReader: Reader = {
  format: 'docx',
  recognises(file: GivenFile): boolean {
    if (isCompoundFile(file.bytes)) return true;
    if (!startsLikeZip(file.bytes)) return false;
    const names = zipListing(file.bytes);
    if (names === null) return /\.do[ct][xm]$/i.test(file.name);
    return names.some((name) => mainPart.test(name)) || foreignKind(file, names) !== null;
  },
  async *read(file: GivenFile, options: ReadingOptions): AsyncGenerator<ReadItem> {
    requireSize(file.name, file.bytes.length, maxDocxBytes);
    if (isCompoundFile(file.bytes)) throw compoundFileError(file.name, file.bytes);
    const foreign = foreignKind(file, zipListing(file.bytes) ?? []);
    if (foreign !== null) throw fileError('file-unsupported', file.name, foreign);
    yield { kind: 'release', release: await named(file.name, () => readDocument(file, options)) };
  },
};

function startsLikeZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;
}

function foreignKind(file: GivenFile, names: readonly string[]): string | null {
  if (names.some((name) => mainPart.test(name))) return null;
  if (names.includes('xl/workbook.xml')) return 'is a spreadsheet, not a text.';
  if (names.includes('ppt/presentation.xml')) return 'is a presentation, not a text.';
  const head = Buffer.from(file.bytes.subarray(30, 90)).toString('latin1');
  return head.startsWith('mimetypeapplication/vnd.oasis.opendocument')
    ? 'is an OpenDocument file. Save it as .docx and try again.'
    : null;
}

async function readDocument(file: GivenFile, options: ReadingOptions) {
  const parts = await PackageParts.open(file.name, file.bytes);
  const source = await sourceOf(file.name, parts);
  const core = coreProperties(await xmlOf(file.name, parts, 'docProps/core.xml'));
  options.signal?.throwIfAborted();
  const { tree, pictures, isCutOff } = await treeOfDocument(source);
  const title = titleOf(tree, tidyLine(core.title));
  const byline = takeStyled(tree, styled.byline, true).join(', ');
  const publicationDate = writtenDate(takeStyled(tree, styled.date, false)[0] ?? '');
  const body = await markdownOf(tree, {
    findPicture: async (address) => pictures[Number(address.replace('docx:', ''))] ?? null,
  });
  return {
    key: '',
    title,
    byline,
    publicationDate,
    status: 'filed' as const,
    tags: core.keywords
      .split(/[,;，；、]/)
      .map(tidyLine)
      .filter(Boolean),
    body: withoutTitle(body.markdown, title),
    images: body.images,
    remarks: summedUp([
      ...body.remarks,
      { code: 'pictures-not-in-file', count: source.picturesLost },
      { code: 'changes-accepted', count: source.changes },
      { code: 'comments-left-out', count: source.comments },
      { code: 'text-cut-off', count: isCutOff ? 1 : 0 },
    ]),
  };
}

/** Parts as mammoth asks for them: checked, and the main one prepared. */
async function sourceOf(name: string, parts: PackageParts) {
  const found = await mainPartOf(name, parts);
  const xml = await xmlOf(name, parts, found);
  if (xml === null) throw fileError('file-damaged', name, 'holds no document.');
  const relationships = await xmlOf(name, parts, relationshipsOf(found));
  const ids = [...(relationships ?? '').matchAll(/\sId\s*=\s*["']([^"']+)["']/g)];
  const prepared = prepareDocument(xml, new Set(ids.map(([, id]) => id ?? '')));
  const comments = await xmlOf(name, parts, found.replace(/[^/]+$/, 'comments.xml'));
  const read: PartSource['read'] = async (path, encoding) => {
    if (encoding === 'utf-8') {
      return path.toLowerCase() === found.toLowerCase()
        ? prepared.xml
        : ((await xmlOf(name, parts, path)) ?? '');
    }
    const bytes = await parts.read(path);
    if (bytes === null) throw new Error(`no part ${path}`);
    return encoding === 'base64' ? Buffer.from(bytes).toString('base64') : bytes;
  };
  return {
    exists: (path: string) => parts.has(path),
    read,
    changes: prepared.changes,
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

/**
 * The title that the text shows, where it shows one; a property often stays behind from the document
 * that this one was made from. So the property counts where the text says it too, or has no title.
 */
function titleOf(tree: Root, property: string): string {
  const shown = takeStyled(tree, styled.title, false)[0] ?? '';
  const isProperty = isRealTitle(property);
  if (isProperty && (shown === '' || textOf(tree).includes(property))) return property;
  if (isRealTitle(shown)) return shown;
  const heading = [...elementsOf(tree)].find(
    (element) => element.tagName === 'h1' && isRealTitle(textOf(element)),
  );
  if (heading === undefined) return isProperty ? property : '';
  return textOf(heading);
}

function summedUp(remarks: readonly ReadRemark[]): readonly ReadRemark[] {
  const counts = new Map<ReadRemark['code'], number>();
  for (const { code, count } of remarks) counts.set(code, (counts.get(code) ?? 0) + count);
  return [...counts].map(([code, count]) => ({ code, count })).filter(({ count }) => count > 0);
}
