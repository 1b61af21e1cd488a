import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { multiply, type Matrix } from './page-runs';
import type { PdfJs } from './pdfjs';

/** As PDF.js unpacks it. */
export interface PdfPicture {
  readonly width: number;
  readonly height: number;
  /** 1: one bit a pixel; 2: RGB; 3: RGBA (PDF.js' ImageKind). */
  readonly kind: number;
  readonly data: Uint8Array | Uint8ClampedArray;
}

/** A picture on a page, in points from its upper left corner. */
export interface PlacedPicture {
  readonly picture: PdfPicture;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

interface PagePictures {
  readonly placed: readonly PlacedPicture[];
  /** How many there are that can't be unpacked or are too large. */
  readonly unreadable: number;
}

/** For a picture to be unpacked, in milliseconds. */
const patience = 20_000;

/** The pictures of a page of at least `leastSide` pixels each side, in the order in which it draws them. */
export async function pagePictures(
  page: PDFPageProxy,
  { OPS }: PdfJs,
  leastSide: number,
): Promise<PagePictures> {
  const { fnArray, argsArray } = await page.getOperatorList();
  const start = page.getViewport({ scale: 1 }).transform as unknown as Matrix;
  const placed: PlacedPicture[] = [];
  const waiting: Matrix[] = [];
  let matrix = start;
  let unreadable = 0;
  const place = async (found: unknown, at: Matrix, sides: readonly unknown[]): Promise<void> => {
    if (sides.some((side) => typeof side === 'number' && side < leastSide)) return;
    const picture = typeof found === 'string' ? await pictureOf(page, found) : found;
    if (!isPicture(picture)) {
      unreadable++;
      return;
    }
    if (Math.min(picture.width, picture.height) >= leastSide) placed.push(placedAt(picture, at));
  };
  for (const [index, operator] of fnArray.entries()) {
    const args = (argsArray[index] ?? []) as readonly unknown[];
    switch (operator) {
      case OPS.save:
        waiting.push(matrix);
        break;
      case OPS.restore:
        matrix = waiting.pop() ?? start;
        break;
      case OPS.transform:
        matrix = multiply(matrix, args as unknown as Matrix);
        break;
      case OPS.paintFormXObjectBegin:
        waiting.push(matrix);
        if (isMatrix(args[0])) matrix = multiply(matrix, args[0]);
        break;
      case OPS.paintFormXObjectEnd:
        matrix = waiting.pop() ?? start;
        break;
      case OPS.paintImageXObject:
        await place(args[0], matrix, [args[1], args[2]]);
        break;
      case OPS.paintInlineImageXObject:
        await place(args[0], matrix, []);
        break;
      case OPS.paintImageXObjectRepeat:
        await place(args[0], matrix, []);
        break;
    }
  }
  return { placed, unreadable };
}

/** PDF.js sends pictures behind the list of operators; a broken one comes as null. */
function pictureOf(page: PDFPageProxy, id: string): Promise<unknown> {
  // So it names what belongs to the document, not to a page.
  const objects = (id.startsWith('g_') ? page.commonObjs : page.objs) as {
    get(id: string, found: (data: unknown) => void): void;
  };
  return new Promise((resolve) => {
    const clock = setTimeout(() => {
      resolve(null);
    }, patience);
    objects.get(id, (data) => {
      clearTimeout(clock);
      resolve(data);
    });
  });
}

function isPicture(data: unknown): data is PdfPicture {
  if (typeof data !== 'object' || data === null) return false;
  const { width, height, kind, data: bytes } = data as Partial<PdfPicture>;
  const isWhole = bytes instanceof Uint8Array || bytes instanceof Uint8ClampedArray;
  return (
    typeof width === 'number' && typeof height === 'number' && typeof kind === 'number' && isWhole
  );
}

function isMatrix(value: unknown): value is Matrix {
  return Array.isArray(value) && value.length === 6;
}

/** PDF draws a picture into the square from (0, 0) to (1, 1). */
function placedAt(picture: PdfPicture, [a, b, c, d, e, f]: Matrix): PlacedPicture {
  const xs = [e, e + a, e + c, e + a + c];
  const ys = [f, f + b, f + d, f + b + d];
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { picture, x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}
