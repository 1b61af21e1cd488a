import type { PDFDocumentLoadingTask, PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { ArchiveError } from '../../../errors';
import { hideEncryption, isOnlyAttachmentsEncrypted } from './attachment-encryption';
import { withTrailer } from './mended';
import { pdfLimits } from './pdf-limits';
import { loadPdfJs, PdfJsData, type PdfJs } from './pdfjs';

export interface OpenPdf {
  readonly pdfjs: PdfJs;
  readonly document: PDFDocumentProxy;
  close(): Promise<void>;
}

/** Throws `file-encrypted` where a password is needed to read, `file-damaged`. */
export async function openPdf(name: string, bytes: Uint8Array): Promise<OpenPdf> {
  const pdfjs = await loadPdfJs();
  try {
    return await opened(pdfjs, bytes);
  } catch (thrown) {
    const isLocked = isNamed(thrown, 'PasswordException');
    const again = isLocked ? withoutNeedOfPassword(bytes) : withTrailer(bytes);
    const failure = isLocked ? encrypted(name, thrown) : damaged(name, thrown);
    if (again === null) throw failure;
    return await opened(pdfjs, again).catch(() => Promise.reject(failure));
  }
}

function withoutNeedOfPassword(bytes: Uint8Array): Uint8Array | null {
  return isOnlyAttachmentsEncrypted(bytes) ? hideEncryption(bytes) : null;
}

async function opened(pdfjs: PdfJs, bytes: Uint8Array): Promise<OpenPdf> {
  const task: PDFDocumentLoadingTask = pdfjs.getDocument({
    // It keeps the bytes for itself.
    data: new Uint8Array(bytes),
    BinaryDataFactory: PdfJsData,
    // Without addresses it doesn't ask for the data at all; these are none.
    cMapUrl: 'cmaps/',
    wasmUrl: 'wasm/',
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    enableXfa: false,
    maxImageSize: pdfLimits.imagePixels,
    verbosity: pdfjs.VerbosityLevel.ERRORS,
  });
  try {
    return { pdfjs, document: await task.promise, close: () => task.destroy() };
  } catch (thrown) {
    await task.destroy();
    throw thrown;
  }
}

function isNamed(thrown: unknown, name: string): boolean {
  return thrown instanceof Error && thrown.name === name;
}

function encrypted(fileName: string, cause: unknown): ArchiveError {
  return new ArchiveError(
    'file-encrypted',
    `${fileName} is protected with a password. Save it without one and try again.`,
    { fileName },
    { cause },
  );
}

export function damaged(fileName: string, cause: unknown): ArchiveError {
  return new ArchiveError(
    'file-damaged',
    `${fileName} is damaged or was cut off and can't be read as a PDF.`,
    { fileName },
    { cause },
  );
}
