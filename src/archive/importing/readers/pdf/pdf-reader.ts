import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { ArchiveError } from '../../../errors';
import { requireGoingOn } from '../cancelled';
import type { GivenFile, Reader, ReadingOptions, ReadItem, ReadRemark } from '../reader';
import { blocksOfPage, habitsOf, joinBlocks, type Block } from './blocks';
import { headingLevels, takeTitle } from './headings';
import { isLegible } from './legible';
import { segmentsOf } from './lines';
import { damaged, openPdf, type OpenPdf } from './open-pdf';
import { pagePictures, type PlacedPicture } from './page-images';
import { pageText, turned, type Run } from './page-runs';
import { pdfLimits } from './pdf-limits';
import { markdownOfBlocks } from './pdf-markdown';
import { PictureCollection } from './picture-collection';
import { linesInOrder, type Line } from './reading-order';
import { withoutRunningLines } from './running-lines';

/**
 * PDF: the text in reading order, with its pictures. Throws `file-encrypted`, `file-damaged`,
 * `file-without-text` for scanned pictures of pages, `file-unreadable` where the letters have lost their
 * meaning.
 */
export const pdfReader: Reader = {
  format: 'pdf',
  recognises: ({ bytes }) => startsAsPdf(bytes),
  read,
};

/** The mark may come within the first kilobyte (ISO 32000-1, annex H, note 13). */
function startsAsPdf(bytes: Uint8Array): boolean {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1024));
  const at = start.indexOf('%PDF-');
  // A text about PDF may name the mark, too: only blanks and bytes of no text come before it.
  return at >= 0 && (at === 0 || /^[\s\0-\x1f\x7f-\xff]*$/.test(start.toString('latin1', 0, at)));
}

async function* read(file: GivenFile, options: ReadingOptions): AsyncGenerator<ReadItem> {
  const pdf = await openPdf(file.name, file.bytes);
  try {
    const read = await readPages(pdf, file, options);
    if (read.letters === 0) throw withoutText(file.name, read);
    if (!isLegible(read.pages)) throw illegible(file.name);
    const pages = withoutRunningLines(read.pages);
    const habits = habitsOf(pages);
    const blocks = pages.flatMap((lines, index) => blocksOfPage(lines, index + 1, habits));
    const stated = await statedTitles(pdf.document);
    const titled = takeTitle(joinBlocks(blocks, habits), stated, habits);
    const places = titled.blocks.flatMap(({ image }) => (image === null ? [] : [image]));
    const { images, numbers } = read.pictures.used(places, pages.length);
    const body = markdownOfBlocks(
      withNumbers(titled.blocks, numbers),
      headingLevels(titled.blocks, habits),
    );
    yield {
      kind: 'release',
      release: {
        key: '',
        title: titled.title,
        byline: '',
        publicationDate: null,
        status: 'filed',
        tags: [],
        body,
        images,
        remarks: remarksOf(read),
      },
    };
  } finally {
    await pdf.close().catch(() => undefined);
  }
}

interface ReadPages {
  readonly pages: Line[][];
  readonly pictures: PictureCollection;
  readonly letters: number;
  readonly hasPictures: boolean;
  readonly isCutOff: boolean;
}

async function readPages(
  { pdfjs, document }: OpenPdf,
  { name, bytes }: GivenFile,
  options: ReadingOptions,
): Promise<ReadPages> {
  const pictures = new PictureCollection(bytes);
  const pages: Line[][] = [];
  const until = performance.now() + pdfLimits.time;
  let letters = 0;
  let broken = 0;
  let hasPictures = false;
  let isCutOff = document.numPages > pdfLimits.pages;
  for (let number = 1; number <= Math.min(document.numPages, pdfLimits.pages); number++) {
    requireGoingOn(options.signal);
    options.onProgress?.();
    if (performance.now() > until || letters > pdfLimits.letters) {
      isCutOff = true;
      break;
    }
    try {
      const page = await document.getPage(number);
      const text = await pageText(page);
      const { placed, unreadable } = await pagePictures(page, pdfjs, pdfLimits.imageSide).catch(
        () => ({ placed: [], unreadable: 1 }),
      );
      letters += text.letters;
      isCutOff ||= text.isCutOff;
      hasPictures ||= placed.length > 0 || unreadable > 0;
      pictures.countUnreadable(unreadable);
      const shown = placed.filter((picture) => !isBackground(picture, page, text.letters));
      const runs = shown.flatMap((picture) => runOf(picture, pictures, number));
      const directions = text.directions.length > 0 ? text.directions : [{ degrees: 0, runs: [] }];
      pages.push(
        directions.flatMap((direction, index) => {
          const own = index === 0 ? runs.map((run) => turnedRun(run, direction.degrees)) : [];
          return linesInOrder(segmentsOf([...direction.runs, ...own])).map((line) => ({
            ...line,
            column: line.column + index * 1000,
          }));
        }),
      );
      page.cleanup();
    } catch (thrown) {
      if (thrown instanceof ArchiveError) throw thrown;
      broken++;
      if (number === 1 && document.numPages === 1) throw damaged(name, thrown);
      pages.push([]);
    }
  }
  return { pages, pictures, letters, hasPictures, isCutOff: isCutOff || broken > 0 };
}

/** A picture behind the text: a scanned page whose words were recognised, or a letterhead. */
function isBackground(picture: PlacedPicture, page: PDFPageProxy, letters: number): boolean {
  const { width, height } = page.getViewport({ scale: 1 });
  return letters > 200 && picture.width * picture.height > 0.85 * width * height;
}

function runOf(
  { picture, x, y, width, height }: PlacedPicture,
  pictures: PictureCollection,
  page: number,
): Run[] {
  const image = pictures.add(picture, page);
  return image === null ? [] : [{ text: '', x, y, width, size: height, image }];
}

function turnedRun(run: Run, degrees: number): Run {
  return { ...run, ...turned(run.x, run.y, degrees) };
}

function withNumbers(
  blocks: readonly Block[],
  numbers: ReadonlyMap<number, number>,
): readonly Block[] {
  const placed = new Set<number>();
  return blocks.flatMap((block) => {
    if (block.image === null) return [block];
    const image = numbers.get(block.image);
    if (image === undefined || placed.has(image)) return [];
    placed.add(image);
    return [{ ...block, image }];
  });
}

/** What the document calls itself: in its information dictionary and its XMP. */
async function statedTitles(document: PDFDocumentProxy): Promise<string[]> {
  try {
    const { info, metadata } = await document.getMetadata();
    const title: unknown = 'Title' in info ? info.Title : undefined;
    const inXmp: unknown = (metadata as { get(name: string): unknown } | null)?.get('dc:title');
    return [title, inXmp].filter((value): value is string => typeof value === 'string');
  } catch {
    return [];
  }
}

function remarksOf({ pictures, isCutOff }: ReadPages): ReadRemark[] {
  const remarks: ReadRemark[] = [];
  if (pictures.unreadable > 0) {
    remarks.push({ code: 'pictures-unreadable', count: pictures.unreadable });
  }
  if (isCutOff) remarks.push({ code: 'text-cut-off', count: 1 });
  return remarks;
}

function withoutText(fileName: string, { hasPictures }: ReadPages): ArchiveError {
  const reason = hasPictures
    ? 'is a scanned picture without text. Type its text, or run text recognition over it first.'
    : 'has no text.';
  return new ArchiveError('file-without-text', `${fileName} ${reason}`, { fileName });
}

function illegible(fileName: string): ArchiveError {
  return new ArchiveError(
    'file-unreadable',
    `${fileName} doesn't say which letters its signs are, so its text can't be read.`,
    { fileName },
  );
}
