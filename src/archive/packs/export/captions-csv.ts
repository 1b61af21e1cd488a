import { embargoNotice } from './embargo-notice';
import type { PackPlan } from './pack-plan';

/**
 * The list of a pack's photos for a spreadsheet: RFC 4180, UTF-8 with a byte-order mark (Excel
 * reads Chinese wrongly without one), CRLF.
 */
export function captionsCsv(plan: PackPlan): string {
  const rows = plan.releases.flatMap(({ release, embargo, photos }) =>
    photos.map(({ file, texts }) => [
      file,
      release.headline,
      texts.caption,
      texts.credit,
      texts.altText,
      embargo === null ? '' : embargoNotice(embargo, release.language),
    ]),
  );
  return csv([['file', 'release', 'caption', 'credit', 'alt text', 'instructions'], ...rows]);
}

export function csv(rows: readonly (readonly string[])[]): string {
  return `\ufeff${rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`;
}

/**
 * Spreadsheets run a cell that starts like a formula, in the East Asian editions with fullwidth
 * signs too (OWASP, "CSV Injection"); the apostrophe makes it text.
 */
const formulaStart = /^[=+\-@\t\r\n＝＋－＠]/u;

function cell(value: string): string {
  const harmless = formulaStart.test(value) ? `'${value}` : value;
  return /[",\r\n]/u.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
