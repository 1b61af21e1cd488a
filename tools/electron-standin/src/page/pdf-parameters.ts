import type { PrintToPDFOptions } from 'electron';
import type { Protocol as DevTools } from 'playwright-core/types/protocol';

const INCHES: Readonly<Record<string, readonly [width: number, height: number]>> = {
  A0: [33.1, 46.8],
  A1: [23.4, 33.1],
  A2: [16.54, 23.4],
  A3: [11.7, 16.54],
  A4: [8.27, 11.7],
  A5: [5.83, 8.27],
  A6: [4.13, 5.83],
  Letter: [8.5, 11],
  Legal: [8.5, 14],
  Tabloid: [11, 17],
  Ledger: [17, 11],
};

/** Electron's options for a PDF, as the DevTools protocol names them. */
export function pdfParameters(options: PrintToPDFOptions): DevTools.Page.printToPDFParameters {
  const { pageSize = 'Letter', margins = {} } = options;
  const [paperWidth, paperHeight] =
    typeof pageSize === 'string'
      ? (INCHES[pageSize] ?? [8.5, 11])
      : [pageSize.width, pageSize.height];
  return {
    landscape: options.landscape ?? false,
    displayHeaderFooter: options.displayHeaderFooter ?? false,
    printBackground: options.printBackground ?? false,
    scale: options.scale ?? 1,
    paperWidth,
    paperHeight,
    // Electron's default margin is 1 cm on every side; both count in inches.
    marginTop: margins.top ?? 0.4,
    marginBottom: margins.bottom ?? 0.4,
    marginLeft: margins.left ?? 0.4,
    marginRight: margins.right ?? 0.4,
    pageRanges: options.pageRanges ?? '',
    ...(options.headerTemplate === undefined ? {} : { headerTemplate: options.headerTemplate }),
    ...(options.footerTemplate === undefined ? {} : { footerTemplate: options.footerTemplate }),
    preferCSSPageSize: options.preferCSSPageSize ?? false,
    generateTaggedPDF: options.generateTaggedPDF ?? false,
    generateDocumentOutline: options.generateDocumentOutline ?? false,
  };
}
