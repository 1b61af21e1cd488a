import type { ImportRow } from '../../../shared/importing';
import { visibleText } from '../../../shared/visible-text';
import { csv } from '../../packs/export/captions-csv';

/** What became of each file, for a spreadsheet: RFC 4180, UTF-8 with a byte order mark, CRLF. */
export function reportAsCsv(rows: readonly ImportRow[]): string {
  return csv([
    ['file', 'result', 'headline', 'published', 'release', 'needs a look', 'remarks', 'reason'],
    ...rows.map((row) => [
      visibleText(row.path),
      row.result,
      row.headline,
      row.publicationDate ?? '',
      row.releaseId ?? '',
      row.review.join(', '),
      row.remarks.map(({ code, count }) => `${code}: ${String(count)}`).join(', '),
      visibleText(reasonOf(row)),
    ]),
  ]);
}

function reasonOf({ failure, inThisRun }: ImportRow): string {
  return inThisRun === null ? (failure?.message ?? '') : `already in this run: ${inThisRun}`;
}
